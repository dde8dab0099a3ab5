import { useEffect, useState } from 'react';
import type {
  ChangedDeal as Changed,
  TriedDeal,
  TrialResult,
} from '../../../lib/app/admin/trial-tally.ts';
import type { TrialActions } from '../../../lib/app/admin/trial.ts';
import type { Say } from '../../options/say.ts';
import { Becomes } from './Becomes.tsx';
import { StandingName } from './MovesTable.tsx';
import { categoryWords, turnWords, type TurnWords } from './why.ts';

/** Gates of which a row says how they turned; the others are counted, and the card shows them. */
const SAID = 3;

interface Props {
  readonly changed: Changed;
  readonly result: TrialResult;
  readonly look: TrialActions['look'];
  readonly say: Say;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** A deal that would stand differently: how, and which gates turned. Pressed, it opens the card's view of it. */
export function ChangedDeal({ changed, result, look, say, tabIndex, onFocus, onOpen }: Props) {
  const { name, owner, turn } = changed;
  const tried = useLooked(changed, result, look);
  return (
    <div className="tr-deal">
      <div className="tr-deal-top">
        <button
          type="button"
          className="tr-open"
          tabIndex={tabIndex}
          aria-haspopup="dialog"
          onFocus={onFocus}
          onClick={onOpen}
        >
          {name}
        </button>
        {owner !== '' && <span className="op-small">{owner}</span>}
      </div>
      <p className="tr-turn">
        <Becomes
          from={<StandingName standing={turn.before} say={say} />}
          to={<StandingName standing={turn.after} say={say} />}
          say={say}
        />
      </p>
      <Whys changed={changed} tried={tried} day={result.day} say={say} />
    </div>
  );
}

/** The deal as it is kept: undefined until it was read, null where it is gone. */
export function useLooked(
  changed: Changed,
  result: TrialResult,
  look: TrialActions['look'],
): TriedDeal | null | undefined {
  const [tried, setTried] = useState<TriedDeal | null>();
  useEffect(() => {
    let gone = false;
    void look(changed, result).then((found) => {
      if (!gone) setTried(found);
    });
    return () => {
      gone = true;
    };
  }, [look, changed, result]);
  return tried;
}

interface WhysProps {
  readonly changed: Changed;
  readonly tried: TriedDeal | null | undefined;
  readonly day: string;
  readonly say: Say;
}

function Whys({ changed, tried, day, say }: WhysProps) {
  const { t, fmt } = say;
  const turns = turnWords(changed, tried, day, say);
  const category = categoryWords(changed, say);
  const more = turns.length - SAID;
  return (
    <ul className="tr-whys">
      {category && (
        <li>
          {t('trial_category')} <Becomes from={category[0]} to={category[1]} say={say} />
        </li>
      )}
      {turns.slice(0, SAID).map((words) => (
        <GateWhy key={words.id} words={words} say={say} />
      ))}
      {more > 0 && <li>{t('trial_more_gates', more, [fmt.number(more)])}</li>}
      {turns.length === 0 && !category && <li>{t('trial_why_unknown')}</li>}
    </ul>
  );
}

function GateWhy({ words, say }: { readonly words: TurnWords; readonly say: Say }) {
  const { name, before, after, reason } = words;
  return (
    <li>
      <span className="op-strong">{name}</span> <Becomes from={before} to={after} say={say} />
      {/* Its line is kept free until the deal was read, so that nothing moves. */}
      <span className="tr-reason">{reason === '' ? '\u00A0' : reason}</span>
    </li>
  );
}
