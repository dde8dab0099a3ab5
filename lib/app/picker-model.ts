import type { Draft } from '../core/custom-draft.ts';
import type { Definition } from '../core/custom-schema.ts';
import type { Fact } from '../core/fact.ts';
import type { FieldName } from '../core/fields.ts';
import type { StorageFault } from '../messaging/protocol.ts';

/** What the picker's panel shows, and what can be done in it. */

/** The fields that can be pointed at, in the order in which people look for them. */
export const PICKABLE = [
  'name',
  'amount',
  'closeDate',
  'stage',
  'account',
  'owner',
  'probability',
  'nextStep',
  'nextStepDate',
  'nextMeeting',
  'created',
] as const satisfies readonly FieldName[];

export interface PickedField {
  readonly field: FieldName;
  /** Pointed at in the view, and in the form. */
  readonly shown: boolean;
  readonly form: boolean;
  readonly skipped: boolean;
  /** What stands there just now; null for a field that was not pointed at. */
  readonly fact: Fact<unknown> | null;
  /** What stood there on the first deal; null before there is a second, and where it was not read. */
  readonly first: Fact<unknown> | null;
}

/** Something about the site's way of writing that its pages leave open. */
export type Ask =
  | {
      readonly kind: 'date-order';
      readonly saw: string;
      readonly choices: readonly { readonly order: 'dmy' | 'mdy'; readonly day: string }[];
    }
  | {
      readonly kind: 'decimals';
      readonly saw: string;
      readonly choices: readonly { readonly locale: string; readonly amount: string }[];
    }
  | { readonly kind: 'currency' }
  | { readonly kind: 'stages'; readonly labels: readonly string[] };

/** What came of the last thing that was done, for everybody and for the screen reader. */
export type Said =
  | { readonly kind: 'taken'; readonly field: FieldName; readonly fact: Fact<unknown> }
  /** Nothing about that element would find it again on another deal. */
  | { readonly kind: 'no-way'; readonly field: FieldName }
  | { readonly kind: 'left' }
  | { readonly kind: 'failed'; readonly fault: StorageFault };

/** What a second deal says of the definition. */
export type Trial =
  /** The first deal is still open, or a page without the fields. */
  | { readonly kind: 'waiting' }
  /** The address does not change with the deal. */
  | { readonly kind: 'no-id' }
  | {
      readonly kind: 'tried';
      /** Every value is the first deal's. */
      readonly allSame: boolean;
      readonly nameRead: boolean;
      readonly unread: number;
      readonly definition: Definition | null;
    };

export interface PickerView {
  readonly step: 'point' | 'second' | 'saved';
  readonly draft: Draft;
  readonly fields: readonly PickedField[];
  readonly armed: FieldName | null;
  readonly asks: readonly Ask[];
  readonly said: Said | null;
  readonly trial: Trial;
  readonly busy: boolean;
}

export interface PickerActions {
  readonly arm: (field: FieldName) => void;
  readonly disarm: () => void;
  readonly skip: (field: FieldName, skipped: boolean) => void;
  readonly write: (
    change: Partial<Pick<Draft, 'name' | 'locale' | 'dateOrder' | 'currency'>>,
  ) => void;
  /** The labels of the stages that mean won and lost; "" for none. */
  readonly decide: (won: string, lost: string) => void;
  readonly trySecond: () => void;
  readonly back: () => void;
  readonly save: () => void;
  readonly stop: () => void;
}
