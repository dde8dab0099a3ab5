import { useEffect, useRef, useState } from 'react';
import type { FeedView } from '../../../lib/app/playbook-feed-page.ts';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import type { Desk } from '../../options/desk.ts';
import { Section } from '../../options/Section.tsx';
import { FeedActionsRow } from './FeedActionsRow.tsx';
import { FeedForm } from './FeedForm.tsx';
import { FeedStatus } from './FeedStatus.tsx';
import { SetBy } from './SetBy.tsx';
import { SignSection } from './SignSection.tsx';

/** What the parts of the section work with. */
export interface FeedDesk {
  readonly desk: Desk;
  readonly view: FeedView;
  /** The policy keeps it from being changed here. */
  readonly held: boolean;
  /** Reads everything again, and says what came of it. */
  readonly done: (said: string) => Promise<void>;
}

/** A playbook by URL: what is followed, what came of it; and signing one for those who follow. */
export function FeedSection({ desk }: { readonly desk: Desk }) {
  const { say, refresh, view: page } = desk;
  const { t } = say;
  const [view, look] = useFeedView(desk);
  const [said, setSaid] = useState('');
  const [editing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const done = async (what: string): Promise<void> => {
    await refresh();
    await look();
    setSaid(what);
  };
  const close = (): void => {
    setEditing(false);
    // The form that had the focus goes away.
    place.current?.focus();
  };
  if (!view) return null;
  const held = view.by === 'policy' || page.policy.locked.includes('playbook');
  const own: FeedDesk = { desk, view, held, done };
  const form = !held && (editing || !view.feed);
  return (
    <>
      <Section title={t('feed_title')} lead={t('feed_lead')}>
        <div className="op-panel fd-panel" ref={place} tabIndex={-1}>
          {view.by === 'policy' && <p className="op-small">{t('feed_by_policy')}</p>}
          {held && view.by !== 'policy' && <SetBy desk={desk} lock="playbook" />}
          {view.overruled && <p>{t('feed_overruled')}</p>}
          {view.fault && <p className="op-wrong">{t(RECORDS_FAULT_KEYS[view.fault])}</p>}
          {view.feed && <FeedStatus view={view} feed={view.feed} say={say} />}
          {!view.feed && held && <p>{t('feed_none')}</p>}
          {view.feed && !form && (
            <FeedActionsRow
              {...own}
              onChange={() => {
                setSaid('');
                setEditing(true);
              }}
            />
          )}
          {form && <FeedForm {...own} onClose={close} />}
          <p role="status" className="fd-said">
            {said}
          </p>
        </div>
      </Section>
      <SignSection desk={desk} followed={view.feed?.key} />
    </>
  );
}

/** What there is to say, read with each look of the page: the background may have fetched something meanwhile. */
function useFeedView({ actions, view: page }: Desk) {
  const [view, setView] = useState<FeedView | null>(null);
  useEffect(() => {
    let gone = false;
    void actions.feed.look().then((found) => {
      if (!gone) setView(found);
    });
    return () => {
      gone = true;
    };
  }, [actions, page]);
  const look = async (): Promise<void> => {
    setView(await actions.feed.look());
  };
  return [view, look] as const;
}
