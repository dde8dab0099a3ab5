import { useLayoutEffect, useRef, useState } from 'react';
import type { Published } from '../../lib/app/options-model.ts';
import type { Loaded } from '../../lib/app/playbook-store.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from './Confirm.tsx';
import type { Desk } from './desk.ts';
import { Fault } from './Fault.tsx';
import { Outcome } from './Outcome.tsx';

interface Props {
  readonly desk: Desk;
  readonly place: string;
  /** What the button says; undefined where there is nothing to propose. */
  readonly label: string | undefined;
  readonly title: string;
  readonly note: string;
  readonly load: () => Promise<Loaded<Playbook>>;
  readonly publish: () => Promise<Published>;
}

/** A button that proposes a playbook, says what it would change, and publishes it when that is confirmed. */
export function Proposal({ desk, place, label, title, note, load, publish }: Props) {
  const { say, view, publishing } = desk;
  const [loaded, setLoaded] = useState<Loaded<Playbook> | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const cancelled = useRef(false);
  useLayoutEffect(() => {
    if (loaded || !cancelled.current) return;
    cancelled.current = false;
    button.current?.focus();
  }, [loaded]);
  const open = async (): Promise<void> => {
    publishing.forget();
    setLoaded(await load());
  };
  const close = (published: boolean): void => {
    cancelled.current = !published;
    setLoaded(null);
  };
  const playbook = loaded?.playbook;
  return (
    <div className="op-proposal">
      {playbook ? (
        <Confirm {...{ desk, place, title, playbook, publish }} version={view.next} onClose={close}>
          <p className="op-small">{note}</p>
        </Confirm>
      ) : (
        label !== undefined && (
          <Button ref={button} busy={publishing.busy} onClick={() => void open()}>
            {label}
          </Button>
        )
      )}
      {loaded?.playbookFault && <Fault fault={loaded.playbookFault} say={say} />}
      <Outcome result={publishing.at(place)} say={say} />
    </div>
  );
}
