import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import type { ChangedDeal as Changed, TrialResult } from '../../../lib/app/admin/trial-tally.ts';
import type { TrialActions } from '../../../lib/app/admin/trial.ts';
import { createFormat } from '../../card/format.ts';
import type { Say } from '../../options/say.ts';
import { ChangedDeal } from './ChangedDeal.tsx';
import { DealDialog } from './DealDialog.tsx';
import { useRoving } from './use-roving.ts';

interface Props {
  readonly result: TrialResult;
  readonly look: TrialActions['look'];
  readonly say: Say;
  readonly labels: Readonly<Record<string, string>>;
}

/** What a row is taken to be high before it was measured, in pixels. */
const ROW = 96;

/** The deals that would stand differently. Only what is in sight is in the page: there may be thousands. */
export function ChangedDeals({ result, look, say, labels }: Props) {
  const { changed, day } = result;
  const { t, fmt } = say;
  // A day of this year is said without its year.
  const saying = useMemo(() => ({ t, fmt: createFormat(fmt.locale, day, t) }), [t, fmt, day]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [opened, setOpened] = useState<Changed | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn by this component alone
  const virtual = useVirtualizer({
    count: changed.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    getItemKey: (index) => changed[index]?.key ?? index,
    overscan: 4,
  });
  const roving = useRoving(changed.length, scroller, (index) => {
    virtual.scrollToIndex(index, { align: 'auto' });
  });
  return (
    <>
      <div ref={setScroller} className="tr-scroller">
        <ul
          className="tr-list"
          aria-label={t('trial_changed_title')}
          style={{ height: `${virtual.getTotalSize()}px` }}
          onKeyDown={roving.onKeyDown}
        >
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const one = changed[index];
            return (
              one && (
                <li
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-setsize={changed.length}
                  aria-posinset={index + 1}
                  className="tr-item"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <ChangedDeal
                    changed={one}
                    result={result}
                    look={look}
                    say={saying}
                    tabIndex={index === roving.at ? 0 : -1}
                    onFocus={() => {
                      roving.setAt(index);
                    }}
                    onOpen={() => {
                      setOpened(one);
                    }}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
      {opened && (
        <DealDialog
          changed={opened}
          result={result}
          look={look}
          say={say}
          labels={labels}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}
