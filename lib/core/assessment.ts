import type { Facts } from './condition-facts.ts';
import type { DealRef } from './deal.ts';
import type { Fact } from './fact.ts';
import type { Category } from './fields.ts';
import type { Leaf } from './condition-schema.ts';
import type { Gate, SignalRule, Text } from './playbook.ts';
import type { Exception, Parked } from './records.ts';

/** Kleene's three truth values. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Why a leaf came out as it did. The screens put it into words. */
export type Because =
  | 'holds'
  | 'does-not-hold'
  | 'empty'
  | 'placeholder'
  | 'too-short'
  | 'too-old'
  | 'unknown'
  | 'rounded'
  | 'other-currency'
  | 'no-currency';

/** Why one leaf came out as it did. `limit` is the threshold after today's date was filled in (a date or a decimal). */
export interface Reason {
  readonly leaf: Leaf;
  readonly truth: Truth;
  readonly because: Because;
  readonly limit?: string;
}

/** A reason together with the fact that it speaks of, as it was read. */
export interface Finding extends Reason {
  readonly read: Fact<unknown>;
}

/** A condition's result with every leaf that was looked at. */
export interface Outcome {
  readonly truth: Truth;
  readonly findings: readonly Finding[];
}

export type GateState = 'met' | 'open' | 'cannot-tell';

/** One gate on one deal. An exception leaves the result as it is and takes the gate out of the count. */
export interface GateVerdict {
  readonly gate: Gate;
  readonly need: 'required' | 'advised';
  readonly state: GateState;
  readonly reasons: readonly Reason[];
  readonly exception?: Exception;
  /** Set when the gate itself failed; its state is then cannot-tell. */
  readonly fault?: string;
}

/** A gate's verdict with the facts beside its reasons: for a deal that somebody looks at. */
export interface GateResult extends Omit<GateVerdict, 'reasons'> {
  readonly findings: readonly Finding[];
}

/** counts · edge (one or two required gates open) · out · unknown (nothing open, something unreadable) · none (not forecast). */
export type Standing = 'counts' | 'edge' | 'out' | 'unknown' | 'none';

export interface SignalResult {
  readonly rule: SignalRule;
  readonly level: 'amber' | 'red';
  /** The numbers behind it, by name, for the screen's sentence: days, limit, count, from, to … */
  readonly numbers: Readonly<Record<string, number | string>>;
  /** How many deals its threshold was learned from; undefined for a default. */
  readonly learnedFrom?: number;
}

/** The forecast window and where the close date lies in it. Days are calendar days. */
export interface WindowResult {
  readonly days: number;
  readonly basis: 'default' | 'learned' | 'set';
  /** How many won deals it was learned from. */
  readonly deals: number;
  /** The last day of the window, as YYYY-MM-DD. */
  readonly end: string;
  /** Days until the close date; negative when it has passed. */
  readonly closesIn: Fact<number>;
}

/** A question that could be put to the rep. */
export interface Prompt {
  /** `gate:<id>`, `signal:<id>` or `prompt:<id>`. */
  readonly id: string;
  readonly text: Text;
  readonly why: Text;
  /** The answer key that a written reply is kept under. */
  readonly answer: string;
}

/** Everything that the screens show of one deal. */
export interface Assessment {
  readonly ref: DealRef;
  readonly playbook: { readonly id: string; readonly version: number };
  readonly standing: Standing;
  readonly category: Fact<Category>;
  readonly window: WindowResult;
  readonly gates: readonly GateVerdict[];
  /** What the gates and signals read: the deal's facts with history and answers filled in. */
  readonly facts: Facts;
  readonly signals: readonly SignalResult[];
  /** Questions in the order in which they matter; the prompt budget chooses at most one of them. */
  readonly prompts: readonly Prompt[];
  readonly parked?: Parked;
  /** What failed inside the assessment: the id of the gate or signal, and the error's message. */
  readonly faults: readonly { readonly id: string; readonly message: string }[];
}

/** An assessment as a screen shows it: with the facts beside every reason. */
export interface Explained extends Omit<Assessment, 'gates' | 'facts'> {
  readonly gates: readonly GateResult[];
}
