import type { FileFound } from '../../../lib/app/admin/data-model.ts';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import type { Say } from '../../options/say.ts';

interface Props {
  readonly name: string;
  readonly found: FileFound;
  readonly say: Say;
}

/** Why a file cannot be taken: what is the matter, where, and what to do. Nothing for one that can be. */
export function Refused({ name, found, say }: Props) {
  const { t } = say;
  if (found.kind === 'good') return null;
  return (
    <div className="op-refused">
      <p className="op-strong">{t('data_import_refused', [name])}</p>
      <p>{whyOf(found, say)}</p>
      <p>{t('data_import_unchanged')}</p>
    </div>
  );
}

function whyOf(found: Exclude<FileFound, { kind: 'good' }>, { t }: Say): string {
  switch (found.kind) {
    case 'broken': {
      const { part, row, path } = found.problem;
      return row === null
        ? t('data_import_part', [part])
        : t('data_import_row', [part, row, path === '' ? part : path]);
    }
    case 'no-json':
      return found.line === null
        ? t('data_import_no_json')
        : t('data_import_no_json_line', [found.line]);
    case 'excess':
      return excessText(found, t);
    case 'stranger':
      return t('data_import_stranger');
    case 'later':
      return t('data_import_later');
    case 'large':
      return t('data_import_large');
    case 'unreadable':
      return t('data_import_unreadable');
    case 'fault':
      return t(RECORDS_FAULT_KEYS[found.fault]);
  }
}

function excessText({ what, line }: Extract<FileFound, { kind: 'excess' }>, t: Say['t']): string {
  switch (what) {
    case 'too-deep':
      return t('data_import_deep', [line]);
    case 'double-name':
    case 'reserved-name':
      return t('data_import_name', [line]);
    case 'too-much':
      return t('data_import_much');
    case 'too-long':
      return t('data_import_large');
  }
}
