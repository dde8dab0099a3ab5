import { NOTHING_KNOWN } from '../../../lib/app/admin/known.ts';
import { playbookOf } from '../../../lib/app/options-model.ts';
import { hashOf } from '../../options/routes.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { useCrmNames } from '../editor/parts/use-crm-names.ts';
import { useKnown } from '../editor/use-lint.ts';
import { CrmFields } from './CrmFields.tsx';
import { crmsInUse } from './sources.ts';
import { useDrafted } from './use-drafted.ts';

/** Where each fact comes from in each CRM, with what the last deal has there. */
export function FieldsScreen({ desk }: ScreenProps) {
  const { say, view } = desk;
  const { t } = say;
  const known = useKnown(desk);
  const nameOf = useCrmNames(desk);
  const { playbook, isDraft, change, failed } = useDrafted(desk);
  if (!playbook) return <p>{t('fields_no_playbook')}</p>;
  if (known === NOTHING_KNOWN) return <p role="status">{t('options_loading')}</p>;
  const crms = crmsInUse(known, playbook);
  return (
    <div className="fl">
      <p className="op-lead">{t('fields_lead')}</p>
      <p role="status" className={failed ? 'op-wrong' : 'fl-note'}>
        {failed ? t('fields_failed') : t(isDraft ? 'fields_in_draft' : 'fields_starts_draft')}{' '}
        {!change && t('fields_closed')} <a href={hashOf('edit', 'facts')}>{t('fields_to_draft')}</a>
      </p>
      {crms.length === 0 && <p>{t('fields_no_deals')}</p>}
      {crms.map((crm) => (
        <CrmFields
          key={crm.crm}
          {...{ say, crm, playbook, known, change }}
          inForce={playbookOf(view.inForce)}
          name={nameOf(crm.crm)}
        />
      ))}
    </div>
  );
}
