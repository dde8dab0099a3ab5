import { useState } from 'react';
import type { SiteAmount } from '../../../lib/app/admin/data-model.ts';
import { ACT_FAULT_KEYS } from '../../card/fault-words.ts';
import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';
import { Ask } from '../../options/Ask.tsx';
import type { DataProps } from './DataScreen.tsx';
import { amountText } from './KindList.tsx';
import { Said, type SaidText } from '../../options/Said.tsx';

/** The address without its usual scheme. */
const nameOf = (site: string): string => site.replace(/^https:\/\//, '');

/** What is kept of each CRM, and a way to be rid of it. */
export function SiteList(props: DataProps) {
  const { desk, view, again } = props;
  const { t } = desk.say;
  const [said, setSaid] = useState<SaidText | null>(null);
  const { sites } = view.summary;
  const erase = async (site: string): Promise<void> => {
    const result = await desk.actions.data.eraseSite(site);
    await again();
    setSaid(
      result.ok
        ? { good: true, text: t('data_site_erased', [nameOf(site)]) }
        : { good: false, text: t(ACT_FAULT_KEYS[result.fault]) },
    );
  };
  if (sites.length === 0 && !said) return null;
  return (
    <Section title={t('data_sites_title')} lead={t('data_sites_lead')}>
      <div className="op-panel op-rows">
        <ul className="op-flush">
          {sites.map((site) => (
            <Site key={site.site} {...props} site={site} onErase={() => erase(site.site)} />
          ))}
        </ul>
        <Said said={said} />
      </div>
    </Section>
  );
}

interface SiteProps extends DataProps {
  readonly site: SiteAmount;
  readonly onErase: () => Promise<void>;
}

function Site({ desk, held, site, onErase }: SiteProps) {
  const { say, view } = desk;
  const { t, fmt } = say;
  const [asking, setAsking] = useState(false);
  const name = nameOf(site.site);
  return (
    <li className="op-row">
      <div>
        <p className="op-strong">
          {name}
          {site.crms.map((crm) => (
            <span key={crm} className="op-tag">
              {view.labels[crm] ?? crm}
            </span>
          ))}
        </p>
        <p className="op-small">
          {t('data_site_deals', site.deals, [fmt.number(site.deals)])} · {amountText(site, say)}
        </p>
      </div>
      {!held && (
        <Button
          busy={asking}
          aria-label={t('data_site_erase_of', [name])}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('data_site_erase')}
        </Button>
      )}
      {asking && (
        <Ask
          wide
          say={say}
          title={t('data_site_ask', [name])}
          yes={t('data_site_yes')}
          onYes={() => void onErase()}
          onNo={() => {
            setAsking(false);
          }}
        >
          <p>{t('data_site_goes', site.deals, [fmt.number(site.deals)])}</p>
        </Ask>
      )}
    </li>
  );
}
