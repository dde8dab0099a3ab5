import { useState } from 'react';
import { SAVE_FAULT_KEYS } from '../../card/fault-words.ts';
import { Button } from '../../ui/Button.tsx';
import { CHECKED } from './feed-words.ts';
import type { FeedDesk } from './FeedSection.tsx';

interface Props extends FeedDesk {
  readonly onChange: () => void;
}

/** What can be done with the address that is followed. */
export function FeedActionsRow({ desk, view, held, done, onChange }: Props) {
  const { say, actions } = desk;
  const { t } = say;
  const { host, feed, permitted } = view;
  const [busy, setBusy] = useState(false);
  const working = async (job: () => Promise<string>): Promise<void> => {
    setBusy(true);
    await done(await job());
    setBusy(false);
  };
  const check = (): Promise<void> => working(async () => t(CHECKED[await actions.feed.check()]));
  const allow = (): Promise<void> =>
    // The browser asks its question only during the click: nothing is waited for before it.
    working(async () => {
      const allowed = await actions.feed.allow(feed?.url ?? '');
      if (allowed) await actions.feed.check();
      return t(allowed ? 'feed_said_allowed' : 'feed_said_denied', [host]);
    });
  const stop = (): Promise<void> =>
    working(async () => {
      const result = await actions.feed.stop();
      return t(result.ok ? 'feed_said_stopped' : SAVE_FAULT_KEYS[result.fault]);
    });
  return (
    <>
      {!permitted && host !== '' && <p className="op-small">{t('feed_allow_why', [host])}</p>}
      <div className="op-actions">
        <Button look="main" busy={busy} onClick={() => void check()}>
          {t('feed_check')}
        </Button>
        {!permitted && host !== '' && (
          <Button busy={busy} onClick={() => void allow()}>
            {t('feed_allow', [host])}
          </Button>
        )}
        {!held && (
          <>
            <Button busy={busy} onClick={onChange}>
              {t('feed_change')}
            </Button>
            <Button busy={busy} onClick={() => void stop()}>
              {t('feed_stop')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
