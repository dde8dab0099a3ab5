import { DEALS, type CloseDate, type DealPlan, type Stage } from './deals.ts';

/** A seeded deal with its dates worked out. Dates are ISO dates; `null` is empty. */
export interface SeedDeal {
  readonly key: string;
  readonly name: string;
  readonly account: string;
  /** In the CRM's own currency, exact. */
  readonly amount: number | null;
  readonly stage: Stage;
  /** `unreadable`: text that is no date where the CRM can hold that; empty elsewhere. */
  readonly closeDate: string;
  readonly created: string;
  readonly probability: number;
  readonly nextStep: string;
  readonly contacts: readonly {
    readonly name: string;
    readonly title: string;
    readonly email: string;
  }[];
  readonly notes: readonly { readonly date: string; readonly text: string }[];
  /** Oldest first: what each field was until that day. */
  readonly changes: readonly SeedChange[];
}

/** Until `date` the field held `from`. */
export type SeedChange =
  | { readonly date: string; readonly field: 'closeDate'; readonly from: string }
  | { readonly date: string; readonly field: 'stage'; readonly from: Stage };

/**
 * The deals that every CRM here is seeded with: the same list for the same day.
 * @param today the ISO date from which close dates, creation and notes are counted
 */
export function seedDeals(today: string): SeedDeal[] {
  const day = Temporal.PlainDate.from(today);
  return DEALS.map((plan) => place(plan, day));
}

/** The ISO date of this machine's today. */
export function localToday(): string {
  return Temporal.Now.plainDateISO().toString();
}

function place(plan: DealPlan, today: Temporal.PlainDate): SeedDeal {
  const ago = (days: number): string => today.subtract({ days }).toString();
  return {
    key: plan.key,
    name: plan.name,
    account: plan.account,
    amount: plan.amount,
    stage: plan.stage,
    closeDate: closeDate(plan.close, today),
    created: ago(plan.createdAgo),
    probability: plan.probability,
    nextStep: plan.nextStep,
    contacts: plan.contacts.map(([name, title]) => ({ name, title, email: email(name, plan.key) })),
    notes: plan.notes.map(([days, text]) => ({ date: ago(days), text })),
    changes: plan.changes
      .toSorted((a, b) => b.daysAgo - a.daysAgo)
      .map((change) =>
        change.field === 'stage'
          ? { date: ago(change.daysAgo), field: 'stage', from: change.from }
          : {
              date: ago(change.daysAgo),
              field: 'closeDate',
              from: today.add({ days: change.fromDays }).toString(),
            },
      ),
  };
}

function closeDate(close: CloseDate, today: Temporal.PlainDate): string {
  if (close === 'unreadable') return close;
  if (close !== 'month end') return today.add({ days: close }).toString();
  const inTwoWeeks = today.add({ days: 14 });
  return inTwoWeeks.with({ day: inTwoWeeks.daysInMonth }).toString();
}

function email(name: string, key: string): string {
  const local = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\W+/g, '.');
  return `${local}@${key}.example`;
}
