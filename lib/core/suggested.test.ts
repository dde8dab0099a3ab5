import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate, playbook } from '../../tests/builders.ts';
import { checkPlaybook } from './check-playbook.ts';
import { FIELD_NAMES } from './fields.ts';
import type { Playbook } from './playbook.ts';
import { suggestedSchema } from './suggested-schema.ts';
import { draftGate, takeDrafts, type DraftOn, type Drafted, type Suggestion } from './suggested.ts';

/** The tests' playbook without what only an active one has. */
const active = playbook({
  stages: [
    { crm: 'odoo', stage: '2', category: 'pipeline' },
    { crm: 'odoo', stage: 'Proposal', category: 'forecast' },
    { crm: 'odoo', stage: 'Signing', category: 'commit' },
    { crm: 'odoo', stage: 'Won', category: 'won' },
    { crm: 'odoo', stage: 'Lost', category: 'lost' },
    { crm: 'tryton', stage: 'Elsewhere', category: 'commit' },
  ],
});
const rules = Object.fromEntries(
  Object.entries(active).filter(([part]) => part !== 'norms' && part !== 'holidays'),
) as unknown as Playbook;
const on = (more: Partial<DraftOn> = {}): DraftOn => ({
  crm: 'odoo',
  crmLabel: 'Odoo',
  playbook: rules,
  custom: new Set(['x_region']),
  today: '2026-06-10',
  ...more,
});
const closing: Suggestion = {
  id: 'field-date_deadline',
  kind: 'required',
  field: { name: 'date_deadline', label: 'Expected Closing', ours: 'closeDate' },
};
const at = (label: string, more: Partial<Suggestion> = {}): Suggestion => ({
  ...closing,
  stage: { id: label === 'Qualified' ? '2' : 'x', label },
  ...more,
});
function draftOf(drafted: Drafted) {
  if (!drafted.can) throw new Error(drafted.why);
  return drafted.draft;
}
const needOf = (suggestion: Suggestion) => draftOf(draftGate(suggestion, on())).gate.need;

describe('a field that the CRM requires', () => {
  it('becomes a gate that says where it comes from, who looks after it and until when', () => {
    expect(draftGate(closing, on())).toEqual({
      can: true,
      has: false,
      draft: {
        gate: {
          id: expect.stringMatching(/^crm-odoo-field-date-deadline-[a-z0-9]+$/) as string,
          name: { en: 'Expected Closing is filled in', nl: 'Expected Closing is ingevuld' },
          why: {
            en: 'Odoo requires it: a deal that counts has it settled before.',
            nl: 'Odoo vereist het: een deal die meetelt heeft het vooraf geregeld.',
          },
          question: {
            en: 'What would it take to fill in “Expected Closing”?',
            nl: 'Wat is er nodig om “Expected Closing” in te vullen?',
          },
          owner: 'Sales operations',
          reviewBy: '2026-12-09',
          field: 'closeDate',
          need: { forecast: 'required', commit: 'required' },
          test: { field: 'closeDate', op: 'is-set' },
        },
      },
    });
  });

  it.each<[string, Suggestion, object]>([
    ['any stage', closing, { forecast: 'required', commit: 'required' }],
    ['an early one, by its id', at('Qualified'), { forecast: 'required', commit: 'required' }],
    ['a forecast one, by its label', at('proposal'), { forecast: 'required', commit: 'required' }],
    ['a commit one', at('Signing'), { forecast: 'off', commit: 'required' }],
    ['winning', at('Won'), { forecast: 'off', commit: 'advised' }],
    ['one that the playbook does not know', at('Talk'), { forecast: 'advised', commit: 'advised' }],
    ['another CRM’s', at('Elsewhere'), { forecast: 'advised', commit: 'advised' }],
    ['advice', at('Signing', { kind: 'advised' }), { forecast: 'off', commit: 'advised' }],
  ])('from %s on is needed there', (_, suggestion, need) => {
    expect(needOf(suggestion)).toEqual(need);
  });

  it('of lost deals is no gate', () => {
    expect(draftGate(at('Lost'), on())).toEqual({ can: false, why: 'decided' });
  });

  it('that is the team’s own is one only where Dealside reads it', () => {
    const own = (name: string): Suggestion => ({ ...closing, field: { name, label: 'Region' } });
    expect(draftOf(draftGate(own('x_region'), on())).gate).toMatchObject({
      test: { field: 'custom.x_region', op: 'is-set' },
    });
    expect(draftOf(draftGate(own('x_region'), on())).gate).not.toHaveProperty('field');
    expect(draftGate(own('x_size'), on())).toEqual({ can: false, why: 'not-read' });
  });

  it('is known again in the playbook, by its id or by what a gate asks', () => {
    const has = (more: Partial<Playbook>) =>
      draftGate(closing, on({ playbook: { ...rules, ...more } }));
    const test = { field: 'closeDate', op: 'on-or-before', day: 'window-end' } as const;
    const asks = { all: [{ field: 'name', op: 'is-set' } as const, test] };
    expect(has({ gates: [gate('G1', asks)] })).toMatchObject({ has: true });
    expect(has({ gates: [gate('G1', { any: asks.all })] })).toMatchObject({ has: false });
    expect(has({ gates: [gate('G1', { field: 'closeDate', op: 'is-empty' })] })).toMatchObject({
      has: false,
    });
    const { draft } = { draft: draftOf(draftGate(closing, on())) };
    const taken = takeDrafts(rules, [draft]);
    expect(draftGate(closing, on({ playbook: taken }))).toMatchObject({ has: true });
    expect(takeDrafts(taken, [draft])).toEqual(taken);
  });
});

describe('an admin’s own words for a stage', () => {
  const words: Suggestion = {
    id: 'stage-3',
    kind: 'text',
    stage: { id: '3', label: 'Proposal' },
    pipeline: 'Sales',
    text: 'The buyer has seen the price\nand the terms.',
  };
  it('become a question to the rep', () => {
    const { gate: made, answer } = draftOf(draftGate(words, on()));
    expect(answer).toMatchObject({
      key: 'crm-odoo-stage-3',
      label: { en: 'The buyer has seen the price and the terms.' },
    });
    expect(made).toMatchObject({
      answer: 'crm-odoo-stage-3',
      test: { field: 'answer.crm-odoo-stage-3', op: 'evidence', minWords: 3 },
      why: {
        en: 'Odoo asks for it from the stage “Proposal” on in “Sales”: “The buyer has seen the price and the terms.”',
      },
    });
  });
  it('that say nothing are no gate', () => {
    expect(draftGate({ ...words, text: '  ' }, on())).toEqual({ can: false, why: 'unclear' });
    expect(draftGate({ id: 'x', kind: 'required' }, on())).toEqual({ can: false, why: 'unclear' });
  });
});

const text = fc.string({ unit: 'binary', maxLength: 400 });
const hostile: fc.Arbitrary<unknown> = fc.record(
  {
    id: text,
    kind: fc.constantFrom('required', 'advised', 'text'),
    text,
    pipeline: text,
    stage: fc.record({ id: text, label: text }),
    field: fc.record(
      { name: text, label: text, ours: fc.constantFrom(...FIELD_NAMES) },
      { requiredKeys: ['name', 'label'] },
    ),
  },
  { requiredKeys: ['id', 'kind'] },
);

describe('whatever a page answers', () => {
  it('is refused, or makes gates that the playbook’s check lets pass', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (gates) => {
        const answer = suggestedSchema.safeParse({ kind: 'gates', crm: 'odoo', gates });
        if (!answer.success || answer.data.kind !== 'gates') return;
        const drafts = answer.data.gates.flatMap((suggestion) => {
          const drafted = draftGate(suggestion, on());
          return drafted.can && !drafted.has ? [drafted.draft] : [];
        });
        const single = new Map(drafts.map((draft) => [draft.gate.id, draft]));
        const checked = checkPlaybook(takeDrafts(rules, [...single.values()]));
        expect(checked.ok ? [] : checked.problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
  it.each([
    null,
    'gates',
    { kind: 'gates', crm: '../x', gates: [] },
    { kind: 'gates', crm: 'odoo', gates: [{ id: 'a', kind: 'sometimes' }] },
    { kind: 'gates', crm: 'odoo', gates: [{ id: 'a', kind: 'required', field: { name: 'x' } }] },
    { kind: 'trouble', crm: 'odoo', trouble: 'Bearer abc' },
  ])('%j is refused', (answer) => {
    expect(suggestedSchema.safeParse(answer).success).toBe(false);
  });
});
