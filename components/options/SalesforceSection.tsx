import { useState } from 'react';
import type { SalesforceSite } from '../../lib/app/options-model.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { Section } from './Section.tsx';

/** What the last press came to. */
interface Said {
  readonly host: string;
  readonly on: boolean;
  readonly done: boolean;
}

/** Salesforce's API, on or off for each organisation. Not there where no Salesforce is read. */
export function SalesforceSection({ desk }: { readonly desk: Desk }) {
  const { actions, refresh, say, view } = desk;
  const { t } = say;
  const [said, setSaid] = useState<Said | null>(null);
  const turn = async ({ host, apiHost, on }: SalesforceSite): Promise<void> => {
    // Asked for before anything else: the browser lets only the click itself ask.
    const done = await actions.turnApi(apiHost, !on);
    await refresh();
    setSaid({ host, on: !on, done });
  };
  if (view.salesforce.length === 0) return null;
  return (
    <Section title={t('options_salesforce_title')} lead={t('options_salesforce_lead')}>
      <div className="op-panel">
        <p>{t('options_salesforce_how')}</p>
        <ul className="op-rows">
          {view.salesforce.map((site) => (
            <li key={site.apiHost} className="op-row op-site">
              <span>
                <span className="op-strong">{site.host}</span>{' '}
                <span className="op-small">
                  {site.on
                    ? t('options_salesforce_on', [site.apiHost])
                    : t('options_salesforce_off')}
                </span>
              </span>
              <Button onClick={() => void turn(site)}>
                {t(site.on ? 'options_salesforce_turn_off' : 'options_salesforce_turn_on', [
                  site.host,
                ])}
              </Button>
            </li>
          ))}
        </ul>
        <p role="status">{said && textOf(said)}</p>
        <p className="op-small">{t('options_salesforce_admin')}</p>
      </div>
    </Section>
  );

  function textOf({ host, on, done }: Said): string {
    if (!done) return t('options_salesforce_refused');
    return t(on ? 'options_salesforce_is_on' : 'options_salesforce_is_off', [host]);
  }
}
