import type { StepProps } from './Welcome.tsx';

/** The third step: a deal, which ticks itself. */
export function DealStep({ view, say }: StepProps) {
  const { t } = say;
  const places = view.hosts.flatMap(({ host, url }) => (url === null ? [] : [{ host, url }]));
  return (
    <>
      {!view.deal && <p>{t('welcome_deal_lead')}</p>}
      <p role="status" className={view.deal ? 'op-done' : 'op-small'}>
        {t(view.deal ? 'welcome_deal_read' : 'welcome_deal_waiting')}
      </p>
      {places.length > 0 && (
        <ul className="wl-places">
          {places.map(({ host, url }) => (
            <li key={host}>
              <a href={url} target="_blank" rel="noreferrer">
                {t('welcome_deal_go', [host])}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
