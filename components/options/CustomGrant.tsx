import type { SiteAddress, SiteDefinition } from '../../lib/app/options-custom.ts';
import { Button } from '../ui/Button.tsx';
import type { CustomDesk } from './CustomSection.tsx';

interface Props {
  readonly listed: SiteDefinition;
  readonly desk: CustomDesk;
}

/** A definition that came from elsewhere brings no permission with it: the user lets its hosts be read, one by one. */
export function CustomGrant({ listed: { from, ungranted }, desk }: Props) {
  const { custom, say, done } = desk;
  const { t } = say;
  const title = from === 'policy' ? 'feed_site_allow_title_policy' : 'feed_site_allow_title';
  // Nothing is waited for before the browser's question: it must be asked in the click itself.
  const allow = (address: SiteAddress): void => {
    const { host } = address;
    void custom
      .allow(address)
      .then((allowed) => done(t(allowed ? 'feed_said_allowed' : 'feed_said_denied', [host])));
  };
  return ungranted.map((address) => (
    <div key={address.site} className="op-wide op-actions">
      <p>{t(title, [address.host])}</p>
      <Button
        onClick={() => {
          allow(address);
        }}
      >
        {t('feed_allow', [address.host])}
      </Button>
    </div>
  ));
}
