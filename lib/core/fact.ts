/**
 * A fact is one thing known about a deal, with where it came from, or the reason that it is not
 * known. "Could not be read" and "is empty" are different things, and stay different everywhere.
 */

/** Where a fact was read: typed and not yet saved, shown on the page, the CRM's own API, derived from history, or answered in Dealside. */
export const SOURCES = ['typed', 'page', 'api', 'history', 'answer'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * Why a fact is not known. `ambiguous`: the text can be read in two ways. `not-mapped`: the playbook has no rule for the stage.
 * `not-trusted`: what is read there disagreed with the CRM on several deals (see self-check.ts).
 */
export const UNKNOWN_REASONS = [
  'not-on-page',
  'not-readable',
  'ambiguous',
  'no-access',
  'not-offered',
  'not-mapped',
  'not-trusted',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export interface Known<T> {
  readonly is: 'value';
  readonly value: T;
  readonly source: Source;
}
export interface Empty {
  readonly is: 'empty';
  readonly source: Source;
}
export interface Unknown {
  readonly is: 'unknown';
  readonly reason: UnknownReason;
  /** The text that was seen and not understood, if any. */
  readonly saw?: string;
}
export type Fact<T> = Known<T> | Empty | Unknown;

export const known = <T>(value: T, source: Source): Known<T> => ({ is: 'value', value, source });

export const empty = (source: Source): Empty => ({ is: 'empty', source });

export const unknown = (reason: UnknownReason, saw?: string): Unknown =>
  saw === undefined ? { is: 'unknown', reason } : { is: 'unknown', reason, saw };

/** The fact's value, or undefined when it is empty or not known. For display and derivation, never for a gate. */
export const valueOf = <T>(fact: Fact<T>): T | undefined =>
  fact.is === 'value' ? fact.value : undefined;
