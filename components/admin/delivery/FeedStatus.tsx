import type { ReactNode } from 'react';
import type { FeedView } from '../../../lib/app/playbook-feed-page.ts';
import type { Feed } from '../../../lib/app/policy-model.ts';
import { Fault } from '../../options/Fault.tsx';
import { momentOf } from '../../options/moments.ts';
import type { Say } from '../../options/say.ts';
import { whyOf } from './feed-words.ts';

interface Props {
  readonly view: FeedView;
  readonly feed: Feed;
  readonly say: Say;
}

/** What is followed, which version is in force, and what came of the last check. */
export function FeedStatus({ view, feed, say }: Props) {
  const { t } = say;
  return (
    <>
      <dl className="dl-facts fd-facts">
        <Line term={t('feed_address')}>
          <span className="fd-code">{feed.url}</span>
          {view.open && <p className="op-small">{t('feed_open')}</p>}
        </Line>
        <Line term={t('feed_key')}>
          <span className="fd-code">{feed.key}</span>
        </Line>
        <Line term={t('feed_good')}>{goodOf(view, say)}</Line>
        <Line term={t('feed_checked')}>{checkedOf(view, say)}</Line>
        <Line term={t('feed_refused')}>
          <Refused view={view} say={say} />
        </Line>
      </dl>
      {view.good?.otherKey === true && <p className="op-small">{t('feed_other_key')}</p>}
    </>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function goodOf({ good }: FeedView, say: Say): string {
  const { t, fmt } = say;
  if (!good) return t('feed_good_none');
  const when = momentOf(good.fetchedAt, say.fmt);
  return good.name
    ? t('feed_good_is', [fmt.text(good.name), good.version, when])
    : t('feed_good_plain', [good.version, when]);
}

function checkedOf({ triedAt, heardAt }: FeedView, say: Say): string {
  if (triedAt === null) return say.t('feed_checked_never');
  const heard = triedAt === heardAt;
  return say.t(heard ? 'feed_heard' : 'feed_unheard', [momentOf(triedAt, say.fmt)]);
}

function Refused({ view: { refusal, good }, say }: Pick<Props, 'view' | 'say'>) {
  const { t } = say;
  if (!refusal) return <>{t('feed_refused_none')}</>;
  return (
    <>
      <p className="op-wrong">
        {t('feed_refused_at', [momentOf(refusal.at, say.fmt), whyOf(refusal, say)])}
      </p>
      {refusal.fault && <Fault fault={refusal.fault} say={say} />}
      {good && <p className="op-small">{t('feed_stays')}</p>}
    </>
  );
}
