import { Environment } from '@marcbachmann/cel-js';
import jsonLogic from 'json-logic-js';
import { dayNumber } from '../../lib/core/calendar.ts';
import type { Condition } from '../../lib/core/condition-schema.ts';
import { assess } from '../../lib/core/assess.ts';
import { empty } from '../../lib/core/fact.ts';
import type { Deal } from '../../lib/core/deal.ts';
import { deal, gate, playbook, TODAY } from '../builders.ts';
import { compare, type Contender } from './compare.ts';

/** One rule in the three languages. The other two get plain values: dates as day numbers, money as a number, "" for empty. */
interface Rule {
  readonly ours: Condition;
  readonly logic: jsonLogic.RulesLogic;
  readonly cel: string;
}

const today = dayNumber(TODAY);

const RULES: readonly Rule[] = [
  {
    ours: { field: 'amount', op: 'more-than', value: '0' },
    logic: { '>': [{ var: 'amount' }, 0] },
    cel: 'amount > 0.0',
  },
  {
    ours: {
      all: [
        { field: 'closeDate', op: 'on-or-after', day: { days: 0, unit: 'calendar' } },
        { field: 'closeDate', op: 'on-or-before', day: 'window-end' },
      ],
    },
    logic: {
      and: [{ '>=': [{ var: 'closeDate' }, today] }, { '<=': [{ var: 'closeDate' }, today + 30] }],
    },
    cel: `closeDate >= ${today}.0 && closeDate <= ${today + 30}.0`,
  },
  {
    ours: {
      any: [
        { field: 'nextStep', op: 'is-set' },
        { field: 'owner', op: 'is-set' },
      ],
    },
    logic: { or: [{ '!=': [{ var: 'nextStep' }, ''] }, { '!=': [{ var: 'owner' }, ''] }] },
    cel: 'nextStep != "" || owner != ""',
  },
  {
    ours: {
      all: [
        { field: 'stage', op: 'one-of', value: ['proposal', 'signing'] },
        { field: 'probability', op: 'at-least', value: '40' },
      ],
    },
    logic: {
      and: [
        { in: [{ var: 'stage' }, ['proposal', 'signing']] },
        { '>=': [{ var: 'probability' }, 40] },
      ],
    },
    cel: 'stage in ["proposal", "signing"] && probability >= 40.0',
  },
  {
    ours: { field: 'contacts', op: 'at-least', value: '2' },
    logic: { '>=': [{ var: 'contacts' }, 2] },
    cel: 'contacts >= 2.0',
  },
  {
    ours: { not: { field: 'pushes', op: 'more-than', value: '1' } },
    logic: { '!': [{ '>': [{ var: 'pushes' }, 1] }] },
    cel: '!(pushes > 1.0)',
  },
];

const twentyFour = Array.from({ length: 24 }, (_, index) => RULES[index % RULES.length]!);

interface Plain {
  readonly [name: string]: string | number;
}

/** The same deals for all: every third without an amount, close dates around the window's end. */
const values = Array.from({ length: 200 }, (_, index) => ({
  amount: index % 3 === 0 ? undefined : `${1000 + index * 137}.50`,
  close: today + (index % 60) - 10,
  nextStep: index % 4 === 0 ? '' : 'Jan sends the signed terms',
  probability: index % 100,
  contacts: index % 5,
  pushes: index % 3,
}));

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const deals: readonly Deal[] = values.map((value) =>
  deal({
    amount: value.amount === undefined ? empty('api') : { amount: value.amount, currency: 'EUR' },
    closeDate: iso(value.close),
    nextStep: value.nextStep === '' ? empty('api') : value.nextStep,
    owner: 'Ann',
    probability: value.probability,
    contacts: value.contacts,
    pushes: value.pushes,
  }),
);

const plain: readonly Plain[] = values.map((value) => ({
  amount: Number(value.amount ?? 0),
  closeDate: value.close,
  nextStep: value.nextStep,
  owner: 'Ann',
  stage: 'proposal',
  probability: value.probability,
  contacts: value.contacts,
  pushes: value.pushes,
}));

function celGates(): ((facts: Plain) => unknown)[] {
  const environment = new Environment();
  for (const name of ['amount', 'closeDate', 'probability', 'contacts', 'pushes']) {
    environment.registerVariable(name, 'double');
  }
  for (const name of ['nextStep', 'owner', 'stage']) environment.registerVariable(name, 'string');
  return twentyFour.map(({ cel }) => environment.parse(cel));
}

const rules = playbook({ gates: twentyFour.map(({ ours }, index) => gate(`G${index}`, ours)) });

/** How many gates each finds met: they must agree, or they are not compared on the same rules. */
function agreement(cel: ReturnType<typeof celGates>): string {
  const counts = [0, 0, 0];
  for (const [index, facts] of plain.entries()) {
    const ours = assess(deals[index]!, rules, TODAY).gates;
    counts[0]! += ours.filter(({ state }) => state === 'met').length;
    counts[1]! += twentyFour.filter(({ logic }) => jsonLogic.apply(logic, facts)).length;
    counts[2]! += cel.filter((met) => met(facts) === true).length;
  }
  if (new Set(counts).size > 1) throw new Error(`they disagree: ${counts.join(', ')} gates met`);
  return `${counts[0]} of ${24 * deals.length} gates met by all three`;
}

/** Prints `assess`, with every reason, against two rule engines that give a truth value alone. */
export function benchAssess(): void {
  const cel = celGates();
  const contenders: Contender[] = [
    { name: 'assess, with reasons', run: () => deals.forEach((one) => assess(one, rules, TODAY)) },
    {
      name: 'json-logic-js',
      run: () =>
        plain.forEach((facts) => twentyFour.forEach(({ logic }) => jsonLogic.apply(logic, facts))),
    },
    {
      name: '@marcbachmann/cel-js',
      run: () => plain.forEach((facts) => cel.forEach((met) => met(facts))),
    },
  ];
  console.log(`\n24 gates on ${deals.length} deals (${agreement(cel)})`);
  compare(contenders);
}
