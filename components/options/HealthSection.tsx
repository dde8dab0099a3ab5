import { useState } from 'react';
import type { Health } from '../../lib/app/options-health.ts';
import { playbookOf } from '../../lib/app/options-model.ts';
import { SetBy } from '../admin/delivery/SetBy.tsx';
import type { Desk } from './desk.ts';
import { HealthField } from './HealthField.tsx';
import { Outcome } from './Outcome.tsx';
import { OverrideList, OWN } from './OverrideList.tsx';
import { Section } from './Section.tsx';

/** The address without its usual scheme, and the organisation where a site has several. */
const siteName = ({ site, org }: Pick<Health, 'site' | 'org'>): string =>
  [site.replace(/^https:\/\//, ''), org].filter(Boolean).join(' · ');

/** How well the CRMs' pages can be read, and where that can be corrected. */
export function HealthSection({ desk }: { readonly desk: Desk }) {
  const { t } = desk.say;
  const { health, inForce } = desk.view;
  const selectors = playbookOf(inForce)?.selectors;
  return (
    <Section title={t('options_health_title')} lead={t('options_health_lead')}>
      <SetBy desk={desk} lock="sites" />
      <div className="op-panel">
        {health.length === 0 && <p>{t('options_health_none')}</p>}
        {health.map((site) => (
          <SiteHealth key={[site.site, site.crm, site.org].join('|')} site={site} desk={desk} />
        ))}
        {selectors && <OverrideList selectors={selectors} desk={desk} />}
        <Outcome result={desk.publishing.at(OWN)} say={desk.say} />
      </div>
    </Section>
  );
}

function SiteHealth({ site, desk }: { readonly site: Health; readonly desk: Desk }) {
  const { t, fmt } = desk.say;
  const [said, setSaid] = useState('');
  const { off, watched } = site;
  const forget = async (run: Health['off'][number], name: string): Promise<void> => {
    const done = await desk.actions.forgetHealth(site, run.field);
    await desk.refresh();
    setSaid(t(done ? 'options_health_forgot' : 'options_health_forget_failed', [name]));
  };
  return (
    <div className="op-health">
      <h3 className="op-strong">
        {siteName(site)} <span className="op-tag">{site.label}</span>{' '}
        <span className={`op-tag ${off.length === 0 ? 'op-tag-in-force' : 'op-tag-off'}`}>
          {off.length === 0 ? t('options_health_good') : t('options_health_off', off.length)}
        </span>
      </h3>
      <p className="op-small">
        {t('options_health_checked', [fmt.date(site.checked)])}
        {watched > 0 && ` ${t('options_health_watched', watched)}`}
      </p>
      <ul className="op-rows op-flush">
        {off.map((run) => (
          <HealthField
            key={`${run.field}:${run.state}`}
            {...{ site, run, desk }}
            onForget={(name) => void forget(run, name)}
          />
        ))}
      </ul>
      <p role="status" className="op-small">
        {said}
      </p>
    </div>
  );
}
