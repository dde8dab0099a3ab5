import { useRef } from 'react';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import { ChooseFile } from '../../../options/ChooseFile.tsx';
import type { Desk } from '../../../options/desk.ts';
import { Fault } from '../../../options/Fault.tsx';
import { useFile, type Chosen } from '../../../options/use-file.ts';
import { Ask } from '../../../options/Ask.tsx';

interface Props {
  readonly desk: Desk;
  readonly over: boolean;
  readonly onStart: (playbook: Playbook) => Promise<void>;
}

/** Starts a draft from a file. One that has no playbook's form is refused, with where and why. */
export function StartFile({ desk, over, onStart }: Props) {
  const { actions, say } = desk;
  const { t } = say;
  const { chosen, choose, forget } = useFile(actions.draft.check);
  const input = useRef<HTMLInputElement>(null);
  const good = chosen?.kind === 'good' ? chosen : null;
  return (
    <li className="op-row">
      <div className="op-row-text">
        <h3 className="op-strong">{t('edit_start_file')}</h3>
        <p>{t('edit_start_file_text')}</p>
      </div>
      <ChooseFile
        input={input}
        label={t('edit_start_choose')}
        onChoose={(file) => void choose(file)}
      />
      <div role="status" className="op-under">
        {chosen && !good && <Refused chosen={chosen} desk={desk} />}
      </div>
      {good && (
        <Ask
          wide
          say={say}
          title={t(over ? 'edit_start_over' : 'edit_start_from', [good.name])}
          yes={t('edit_start_yes')}
          onYes={() => {
            forget();
            void onStart(good.playbook);
          }}
          onNo={() => {
            forget();
            input.current?.focus();
          }}
        >
          <p>{t('options_gates_count', good.playbook.gates.length)}</p>
          {over && <p>{t('edit_start_over_text')}</p>}
        </Ask>
      )}
    </li>
  );
}

function Refused({ chosen, desk }: { readonly chosen: Chosen; readonly desk: Desk }) {
  const { t } = desk.say;
  return (
    <div className="op-refused">
      <p className="op-strong">{t('options_file_fault', [chosen.name])}</p>
      {chosen.kind === 'faulty' && <Fault fault={chosen.fault} text={chosen.text} say={desk.say} />}
      {chosen.kind === 'large' && <p>{t('options_file_large')}</p>}
      {chosen.kind === 'unreadable' && <p>{t('options_file_unreadable')}</p>}
      <p>{t('edit_start_file_after')}</p>
    </div>
  );
}
