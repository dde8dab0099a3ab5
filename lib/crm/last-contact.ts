import { empty, known, unknown, type Fact, type UnknownReason } from '../core/fact.ts';
import type { IsoDate, Side } from '../core/fields.ts';

/**
 * When the buyer last moved, and when the next meeting is. Which activity is whose, each CRM's own folder judges; the rule
 * stands here: only the buyer resets the clock.
 */

/** Who moved between buyer and us. `unsure`: it may have been the buyer; what is kept does not say. */
export interface Move {
  readonly by: Side | 'unsure';
  readonly day: IsoDate;
}

/** Both facts always come together. */
export interface ContactFacts {
  readonly lastContact: Fact<IsoDate>;
  readonly lastContactBy: Fact<Side>;
}

/** The last contact where it cannot be had. */
export function unknownContact(reason: UnknownReason, saw?: IsoDate): ContactFacts {
  const fact = unknown(reason, saw);
  return { lastContact: fact, lastContactBy: fact };
}

/**
 * The buyer's newest move. It is ambiguous where a move on a later day may be the buyer's: within one day the order does not
 * matter. Ours is named only where the buyer never moved at all, which nobody can say of a list that is not `complete`.
 */
export function lastContact(moves: readonly Move[], complete: boolean): ContactFacts {
  const newest = (by: Move['by']): IsoDate | undefined => newestDay(moves, by);
  const [buyer, us, unsure] = [newest('buyer'), newest('us'), newest('unsure')];
  if (unsure !== undefined && (buyer === undefined || unsure > buyer))
    return unknownContact('ambiguous', unsure);
  if (buyer !== undefined) return contactOn(buyer, 'buyer');
  if (!complete) return unknownContact('not-readable');
  if (us !== undefined) return contactOn(us, 'us');
  return { lastContact: empty('api'), lastContactBy: empty('api') };
}

/** The last day on which that side moved. */
const newestDay = (moves: readonly Move[], by: Move['by']): IsoDate | undefined =>
  moves.reduce<IsoDate | undefined>(
    (last, move) => (move.by === by && (last === undefined || move.day > last) ? move.day : last),
    undefined,
  );

const contactOn = (day: IsoDate, by: Side): ContactFacts => ({
  lastContact: known(day, 'api'),
  lastContactBy: known(by, 'api'),
});

/** A booked meeting with the buyer that is not over. `unsure`: the CRM does not say whether it is a meeting. */
export interface Meeting {
  readonly day: IsoDate;
  readonly unsure?: boolean;
}

/**
 * The first of the meetings that are booked. Where none is certain, one that may be a meeting makes it ambiguous; a list that is
 * not `complete` may lack the first one.
 */
export function nextMeeting(meetings: readonly Meeting[], complete: boolean): Fact<IsoDate> {
  if (!complete) return unknown('not-readable');
  const first = (sure: boolean): IsoDate | undefined =>
    meetings
      .filter(({ unsure = false }) => unsure !== sure)
      .map(({ day }) => day)
      .sort()[0];
  const [day, doubt] = [first(true), first(false)];
  if (day !== undefined) return known(day, 'api');
  return doubt === undefined ? empty('api') : unknown('ambiguous', doubt);
}
