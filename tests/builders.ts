import type { Deal } from '../lib/core/deal.ts';
import { unknownFields } from '../lib/core/deal.ts';
import { known, type Fact } from '../lib/core/fact.ts';
import type { FieldName, FieldValues } from '../lib/core/fields.ts';
import type { ActivePlaybook, Gate, SignalRule } from '../lib/core/playbook.ts';
import type { Change } from '../lib/core/records.ts';
import type { SignalId } from '../lib/core/signals/ids.ts';

/** The day on which the tests' deals are looked at: a Wednesday. */
export const TODAY = '2026-06-10';

const text = (en: string): { en: string; nl: string } => ({ en, nl: `${en} (nl)` });
const rule = { owner: 'Sales operations', reviewBy: '2027-01-01' };

type Values = { readonly [K in FieldName]?: FieldValues[K] | Fact<FieldValues[K]> };

const isFact = (value: unknown): value is Fact<never> =>
  typeof value === 'object' && value !== null && 'is' in value;

/** A deal in stage "proposal"; fields that are not given are not offered by its CRM. */
export function deal(values: Values = {}, more: Partial<Deal> = {}): Deal {
  const stage = { id: 'proposal', label: 'Proposal', order: 2, state: 'open' as const };
  const fields: Record<string, Fact<unknown>> = unknownFields('not-offered');
  for (const [name, value] of Object.entries({ name: 'Fleet renewal', stage, ...values })) {
    fields[name] = isFact(value) ? value : known(value, 'api');
  }
  return {
    ref: { crm: 'test', id: '7' },
    url: 'https://crm.example.com/deal/7',
    fields: fields as unknown as Deal['fields'],
    custom: {},
    answers: {},
    exceptions: [],
    parked: undefined,
    history: [],
    historySince: undefined,
    ...more,
  };
}

/** A gate that is required in every category. */
export const gate = (id: string, test: Gate['test'], more: Partial<Gate> = {}): Gate => ({
  id,
  ...rule,
  name: text(`Gate ${id}`),
  why: text(`Why ${id}`),
  question: text(`What about ${id}?`),
  need: { forecast: 'required', commit: 'required' },
  test,
  ...more,
});

export const signalRule = (id: SignalId, amber: number, red: number): SignalRule => ({
  id,
  ...rule,
  name: text(id),
  why: text(`Why ${id}`),
  question: text(`What about ${id}?`),
  on: true,
  amber,
  red,
});

/** A playbook in which stage "proposal" is forecast, "signing" commit and "talk" pipeline. */
export const playbook = (more: Partial<ActivePlaybook> = {}): ActivePlaybook => ({
  id: 'test',
  version: 3,
  name: text('Test'),
  currencies: [],
  country: '',
  window: 'learned',
  answerAge: { forecast: 30, commit: 14 },
  stages: [
    { crm: 'test', stage: 'proposal', category: 'forecast' },
    { crm: 'test', stage: 'signing', category: 'commit' },
    { crm: 'test', stage: 'talk', category: 'pipeline' },
  ],
  answers: [],
  gates: [gate('amount', { field: 'amount', op: 'more-than', value: '0' })],
  signals: [],
  prompts: [],
  norms: {},
  holidays: [],
  ...more,
});

/** A saved change, ten days before TODAY unless it says otherwise. */
export const change = (
  field: FieldName,
  from: string | null,
  to: string | null,
  more: Partial<Change> = {},
): Change => ({ field, from, to, day: '2026-05-31', source: 'api', ...more });
