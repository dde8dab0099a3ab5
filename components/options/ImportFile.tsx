import { useRef, type ReactNode } from 'react';
import { sameContents } from '../../lib/app/options-draft.ts';
import { playbookOf } from '../../lib/app/options-model.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { Confirm } from './Confirm.tsx';
import type { Desk } from './desk.ts';
import { Fault } from './Fault.tsx';
import { Outcome } from './Outcome.tsx';
import { playbookName } from './say.ts';
import { useFile, type Chosen } from './use-file.ts';

const PLACE = 'file';

interface Props {
  readonly desk: Desk;
  /** What stands beside the button. */
  readonly children: ReactNode;
}

/** Takes a playbook from a file: it is checked first, shown, and published only when that is confirmed. */
export function ImportFile({ desk, children }: Props) {
  const { actions, publishing, say } = desk;
  const { chosen, choose, forget } = useFile(actions.check);
  const input = useRef<HTMLInputElement>(null);
  const close = (published: boolean): void => {
    forget();
    if (!published) input.current?.focus();
  };
  return (
    <>
      <div className="op-actions">
        <ChooseFile
          input={input}
          label={say.t('options_own_choose')}
          onChoose={(file) => {
            publishing.forget();
            void choose(file);
          }}
        />
        {children}
      </div>
      <div role="status">{chosen && <Found desk={desk} chosen={chosen} />}</div>
      {chosen?.kind === 'good' && isNews(desk, chosen) && (
        <Proposed desk={desk} chosen={chosen} onClose={close} />
      )}
      <Outcome result={publishing.at(PLACE)} say={say} />
    </>
  );
}

type Good = Extract<Chosen, { readonly kind: 'good' }>;

/** The same rules are news only where the file gives them a higher number. */
function isNews({ view }: Desk, { playbook }: Good): boolean {
  const current = playbookOf(view.inForce);
  return !current || playbook.version > current.version || !sameContents(current, playbook);
}

function Found({ desk, chosen }: { readonly desk: Desk; readonly chosen: Chosen }) {
  const { t } = desk.say;
  const { name } = chosen;
  if (chosen.kind === 'good') {
    const count = t('options_gates_count', chosen.playbook.gates.length);
    return (
      <p>
        {isNews(desk, chosen)
          ? t('options_file_good', [name, count])
          : t('options_file_same', [name])}
      </p>
    );
  }
  return (
    <div className="op-refused">
      <p className="op-strong">{t('options_file_fault', [name])}</p>
      {chosen.kind === 'faulty' && <Fault fault={chosen.fault} text={chosen.text} say={desk.say} />}
      {chosen.kind === 'large' && <p>{t('options_file_large')}</p>}
      {chosen.kind === 'unreadable' && <p>{t('options_file_unreadable')}</p>}
      <p>{t('options_file_after')}</p>
    </div>
  );
}

interface ProposedProps {
  readonly desk: Desk;
  readonly chosen: Good;
  readonly onClose: (published: boolean) => void;
}

function Proposed({ desk, chosen, onClose }: ProposedProps) {
  const { actions, say, view } = desk;
  const { playbook, text, name } = chosen;
  const version = Math.max(view.next, playbook.version);
  return (
    <Confirm
      key={name + text}
      {...{ desk, playbook, version, onClose }}
      place={PLACE}
      title={say.t('options_becomes', [playbookName(playbook, say), version])}
      publish={() => actions.publish(text)}
    >
      {version !== playbook.version && (
        <p className="op-small">{say.t('options_file_number', [playbook.version])}</p>
      )}
    </Confirm>
  );
}
