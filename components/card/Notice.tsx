import type { CardFault } from '../../lib/app/card-model.ts';
import { useCard } from './context.ts';
import { CopyButton } from './CopyButton.tsx';
import { CRM_FAULT_KEYS, RECORDS_FAULT_KEYS } from './fault-words.ts';

/** What keeps the card from showing the deal as usual, in one sentence. Complete over every fault. */
export function Notice({ fault }: { fault: CardFault }) {
  const { t, crmLabel } = useCard();
  switch (fault.kind) {
    case 'playbook':
      return (
        <div className="ds-notice">
          <h2 className="ds-notice-title">{t('fault_playbook')}</h2>
          <p>{t('fault_playbook_where', [fault.fault.rule, fault.fault.line])}</p>
          <p>{fault.fault.message}</p>
          {fault.fault.from === 'policy' && <p>{t('policy_fault_from')}</p>}
        </div>
      );
    case 'page':
      return <p className="ds-notice">{t('fault_page')}</p>;
    case 'records':
      return <p className="ds-notice">{t(RECORDS_FAULT_KEYS[fault.fault])}</p>;
    case 'session':
      return <p className="ds-notice">{t('fault_session', [crmLabel])}</p>;
    case 'crm':
      return <p className="ds-notice">{t(CRM_FAULT_KEYS[fault.trouble], [crmLabel])}</p>;
    case 'updated':
      return <p className="ds-notice">{t('fault_updated')}</p>;
  }
}

/** Texts that were typed and not saved, when their forms are gone: to be copied. */
export function Unsaved() {
  const { t, drafts } = useCard();
  const texts = [...drafts.entries()].filter(([, { text }]) => text.trim() !== '');
  if (texts.length === 0) return null;
  return (
    <section className="ds-section">
      <h3 className="ds-title">{t('fault_updated_text')}</h3>
      {texts.map(([form, { text }]) => (
        <div className="ds-form" key={form}>
          <textarea
            className="ds-input"
            readOnly
            rows={3}
            value={text}
            aria-label={t('prompt_label')}
          />
          <CopyButton text={text} />
        </div>
      ))}
    </section>
  );
}
