import { useState } from 'react';
import type { Site } from '../../lib/app/options-model.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { Section } from './Section.tsx';

/** What the last press came to. */
interface Said {
  readonly host: string;
  readonly stopped: boolean;
}

/** The hosts that Dealside may read. */
export function SitesSection({ desk }: { readonly desk: Desk }) {
  const { actions, refresh, say, view } = desk;
  const { t, fmt } = say;
  const [said, setSaid] = useState<Said | null>(null);
  const stop = async ({ pattern, host }: Site): Promise<void> => {
    const stopped = await actions.stop(pattern);
    await refresh();
    setSaid({ host, stopped });
  };
  const crms = new Intl.ListFormat(fmt.locale, { type: 'disjunction' }).format(view.crms);
  return (
    <Section title={t('options_sites_title')} lead={t('options_sites_lead')}>
      <div className="op-panel">
        {view.sites.length === 0 && <p>{t('options_sites_none')}</p>}
        <ul className="op-rows">
          {view.sites.map((site) => (
            <li key={site.pattern} className="op-row op-site">
              <span className="op-strong">{site.host || t('options_sites_all')}</span>
              {site.fixed ? (
                <span className="op-small">{t('options_sites_fixed')}</span>
              ) : (
                <Button onClick={() => void stop(site)}>
                  {t('popup_stop', [site.host || t('options_sites_all')])}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <p role="status">{said && textOf(said)}</p>
        <p className="op-small">{t('options_sites_add', [crms])}</p>
      </div>
    </Section>
  );

  function textOf({ host, stopped }: Said): string {
    return stopped
      ? t('options_sites_stopped', [host || t('options_sites_all')])
      : t('popup_stop_failed');
  }
}
