import type { ReactNode } from 'react';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { Published } from '../../lib/app/options-model.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { Diff } from '../admin/trial/Diff.tsx';
import { Ask } from './Ask.tsx';
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

/** Says what publishing a playbook would change, and asks. */
export function Confirm(props: Props) {
  const { desk, place, title, playbook, version, publish, onClose, children } = props;
  const { say, view, publishing } = desk;
  const before = playbookOf(view.inForce);
  const press = async (): Promise<void> => {
    if (await publishing.run(place, publish)) onClose(true);
  };
  return (
    <Ask
      say={say}
      heading="h3"
      title={title}
      yes={say.t('options_publish', [version])}
      busy={publishing.busy}
      onYes={() => void press()}
      onNo={() => {
        onClose(false);
      }}
    >
      {before && (
        // It may be long: it scrolls by itself, and by the keyboard.
        <div className="tr-diff-box" role="region" aria-label={say.t('diff_title')} tabIndex={0}>
          <Diff before={before} after={playbook} say={say} />
        </div>
      )}
      {children}
      <GateList gates={playbook.gates} say={say} />
    </Ask>
  );
}
