import { useState } from 'react';
import type { Site } from '../../lib/app/options-model.ts';
import type { Suggested } from '../../lib/app/options-suggested.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { Section } from './Section.tsx';
import { SuggestedGates, type Into } from './SuggestedGates.tsx';

interface Props {
  readonly desk: Desk;
  /** Where they are taken to; without it, the playbook in force. */
  readonly into?: Into;
}

/** The gates that a CRM already has, to be taken into the playbook. */
export function SuggestedSection({ desk, into }: Props) {
  const { t } = desk.say;
  const sites = desk.view.sites.filter(({ host }) => host !== '');
  return (
    <Section title={t('options_suggested_title')} lead={t('options_suggested_lead')}>
      <div className="op-panel">
        {sites.length === 0 && <p>{t('options_sites_none')}</p>}
        <ul className="op-rows op-flush">
          {sites.map((site) => (
            <SiteRow key={site.pattern} {...{ site, desk, into }} />
          ))}
        </ul>
      </div>
    </Section>
  );
}

interface RowProps {
  readonly site: Site;
  readonly desk: Desk;
  readonly into: Into | undefined;
}

function SiteRow({ site, desk, into }: RowProps) {
  const { actions, publishing, say } = desk;
  const { t } = say;
  const [state, setState] = useState<Suggested | 'reading' | null>(null);
  const isReading = state === 'reading';
  const read = async (): Promise<void> => {
    publishing.forget();
    setState('reading');
    setState(await actions.suggested(site.pattern));
  };
  const found = typeof state === 'object' ? state : null;
  return (
    <li className="op-row">
      <span className="op-strong">{site.host}</span>
      <Button busy={isReading} onClick={() => void read()}>
        {t('options_suggested_read')}
        <span className="ds-hidden">: {site.host}</span>
      </Button>
      <div role="status" className="op-under">
        {isReading && <p className="op-small">{t('options_suggested_reading')}</p>}
        {found && <p>{sentence(found)}</p>}
      </div>
      {found?.kind === 'gates' && found.gates.length > 0 && (
        <SuggestedGates {...{ found, site, desk, into }} />
      )}
    </li>
  );

  function sentence(answer: Suggested): string {
    const crm = 'crm' in answer ? labelOf(answer.crm) : '';
    switch (answer.kind) {
      case 'gates':
        return answer.gates.length === 0
          ? t('options_suggested_empty', [crm])
          : t('options_suggested_found', answer.gates.length, [answer.gates.length, crm]);
      case 'none':
        return t('options_suggested_unable', [crm]);
      case 'elsewhere':
        return t('options_suggested_elsewhere', [site.host]);
      case 'no-tab':
        return t('options_suggested_no_tab', [site.host]);
      case 'expired':
        return t('options_suggested_expired', [crm]);
      case 'trouble':
        return answer.trouble === 'no-access'
          ? t('options_suggested_no_access', [crm])
          : t('options_suggested_trouble', [crm]);
    }
  }

  function labelOf(id: string): string {
    return desk.view.labels[id] ?? id;
  }
}
