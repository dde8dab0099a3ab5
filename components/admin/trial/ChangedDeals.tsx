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

/** The deals that would stand differently, and the card of the one that was chosen. */
export function ChangedDeals({ result, look, say, labels }: Props) {
  const [opened, setOpened] = useState<Changed | null>(null);
  return (
    <>
      <List result={result} look={look} say={say} onOpen={setOpened} />
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

type ListProps = Omit<Props, 'labels'> & { readonly onOpen: (changed: Changed) => void };

/** Only what is in sight is in the page: there may be thousands. */
function List({ result, look, say: { t, fmt }, onOpen }: ListProps) {
  const { changed, day } = result;
  // A day of this year is said without its year.
  const say = useMemo(() => ({ t, fmt: createFormat(fmt.locale, day, t) }), [t, fmt, day]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the rows are drawn by this component alone
  const virtual = useVirtualizer({
    count: changed.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    getItemKey: (index) => changed[index]?.key ?? index,
    overscan: 4,
    // React may be drawing when a row is measured, and cannot be made to draw at once then.
    useFlushSync: false,
  });
  const { at, setAt, onKeyDown } = useRoving(changed.length, scroller, virtual.scrollToIndex);
  const row = (one: Changed, index: number) => (
    <ChangedDeal
      changed={one}
      result={result}
      look={look}
      say={say}
      tabIndex={index === at ? 0 : -1}
      onFocus={() => {
        setAt(index);
      }}
      onOpen={() => {
        onOpen(one);
      }}
    />
  );
  return (
    <div ref={setScroller} className="tr-scroller">
      <ul
        className="tr-list"
        aria-label={t('trial_changed_title')}
        style={{ height: `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={changed.length}
            aria-posinset={index + 1}
            className="tr-item"
            style={{ transform: `translateY(${start}px)` }}
          >
            {changed[index] && row(changed[index], index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
