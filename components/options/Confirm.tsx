import { useLayoutEffect, useId, useRef, type ReactNode } from 'react';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { Published } from '../../lib/app/options-model.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { Diff } from '../admin/trial/Diff.tsx';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { GateList } from './GateList.tsx';

interface Props {
  readonly desk: Desk;
  /** Where on the page it is, for what is said of it. */
  readonly place: string;
  readonly title: string;
  readonly playbook: Playbook;
  /** The number that it would get. */
  readonly version: number;
  readonly publish: () => Promise<Published>;
  readonly onClose: (published: boolean) => void;
  readonly children?: ReactNode;
}

/** Says what publishing a playbook would change, and asks. It takes the focus; Escape is "Not now". */
export function Confirm(props: Props) {
  const { desk, place, title, playbook, version, publish, onClose, children } = props;
  const { say, view, publishing } = desk;
  const before = playbookOf(view.inForce);
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    ref.current?.focus();
  }, []);
  const press = async (): Promise<void> => {
    if (await publishing.run(place, publish)) onClose(true);
  };
  return (
    <div
      ref={ref}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className="op-confirm"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose(false);
      }}
    >
      <h3 id={id} className="op-strong">
        {title}
      </h3>
      {before && (
        // It may be long: it scrolls by itself, and by the keyboard.
        <div className="tr-diff-box" role="region" aria-label={say.t('diff_title')} tabIndex={0}>
          <Diff before={before} after={playbook} say={say} />
        </div>
      )}
      {children}
      <GateList gates={playbook.gates} say={say} />
      <div className="op-actions">
        <Button look="main" busy={publishing.busy} onClick={() => void press()}>
          {say.t('options_publish', [version])}
        </Button>
        <Button
          onClick={() => {
            onClose(false);
          }}
        >
          {say.t('options_cancel')}
        </Button>
      </div>
    </div>
  );
}
