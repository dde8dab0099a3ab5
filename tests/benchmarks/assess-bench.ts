import { Environment } from '@marcbachmann/cel-js';
import jsonLogic from 'json-logic-js';
import { dayNumber } from '../../lib/core/calendar.ts';
import type { Condition } from '../../lib/core/condition-schema.ts';
import { assess } from '../../lib/core/assess.ts';
import { empty, valueOf, type Fact } from '../../lib/core/fact.ts';
import type { Deal } from '../../lib/core/deal.ts';
import { deal, gate, playbook, TODAY } from '../builders.ts';
import { compare, type Contender } from './compare.ts';

/**
 * One rule in the three languages. The other two get plain values, made beforehand and off the clock: dates as day
 * numbers, money as a number, "" for empty. `assess` reads its dates and amounts from text, each time.
 */
interface Rule {
  readonly ours: Condition;
  readonly logic: jsonLogic.RulesLogic;
  readonly cel: string;
}

const today = dayNumber(TODAY);

/** What tells the four rules of one kind apart. */
interface Round {
  readonly n: number;
  readonly text: 'owner' | 'account' | 'pipeline' | 'name';
  readonly stages: readonly string[];
}

const ROUNDS: readonly Round[] = [
  { n: 0, text: 'owner', stages: ['proposal', 'signing'] },
  { n: 1, text: 'account', stages: ['demo', 'proposal'] },
  { n: 2, text: 'pipeline', stages: ['demo', 'signing'] },
  { n: 3, text: 'name', stages: ['signing', 'legal', 'proposal'] },
];

/** Six kinds of rule, each with limits of its own in every round: no playbook has the same gate twice. */
const rulesOf = ({ n, text, stages }: Round): readonly Rule[] => [
  {
    ours: { field: 'amount', op: 'more-than', value: `${n * 5000}` },
    logic: { '>': [{ var: 'amount' }, n * 5000] },
    cel: `amount > ${n * 5000}.0`,
  },
  {
    ours: {
      all: [
        { field: 'closeDate', op: 'on-or-after', day: { days: n, unit: 'calendar' } },
        { field: 'closeDate', op: 'on-or-before', day: { days: 30 + n, unit: 'calendar' } },
      ],
    },
    logic: {
      and: [
        { '>=': [{ var: 'closeDate' }, today + n] },
        { '<=': [{ var: 'closeDate' }, today + 30 + n] },
      ],
    },
    cel: `closeDate >= ${today + n}.0 && closeDate <= ${today + 30 + n}.0`,
  },
  {
    ours: {
      any: [
        { field: 'nextStep', op: 'is-set' },
        { field: text, op: 'is-set' },
      ],
    },
    logic: { or: [{ '!=': [{ var: 'nextStep' }, ''] }, { '!=': [{ var: text }, ''] }] },
    cel: `nextStep != "" || ${text} != ""`,
  },
  {
    ours: {
      all: [
        { field: 'stage', op: 'one-of', value: [...stages] },
        { field: 'probability', op: 'at-least', value: `${40 + n * 10}` },
      ],
    },
    logic: {
      and: [
        { in: [{ var: 'stage' }, [...stages]] },
        { '>=': [{ var: 'probability' }, 40 + n * 10] },
      ],
    },
    cel: `stage in ["${stages.join('", "')}"] && probability >= ${40 + n * 10}.0`,
  },
  {
    ours: { field: 'contacts', op: 'at-least', value: `${1 + n}` },
    logic: { '>=': [{ var: 'contacts' }, 1 + n] },
    cel: `contacts >= ${1 + n}.0`,
  },
  {
    ours: { not: { field: 'pushes', op: 'more-than', value: `${n}` } },
    logic: { '!': [{ '>': [{ var: 'pushes' }, n] }] },
    cel: `!(pushes > ${n}.0)`,
  },
];

const twentyFour = ROUNDS.flatMap(rulesOf);

type Plain = Readonly<Record<string, string | number>>;

/** The same deals for all: every third without an amount, close dates around the window's end. */
const values = Array.from({ length: 5000 }, (_, index) => ({
  amount: index % 3 === 0 ? undefined : `${1000 + (index % 200) * 137}.50`,
  close: today + (index % 60) - 10,
  nextStep: index % 4 === 0 ? '' : `Jan sends the signed terms of offer ${index}`,
  owner: index % 7 === 0 ? '' : 'Ann',
  account: index % 5 === 0 ? '' : `Acme ${index}`,
  pipeline: index % 2 === 0 ? '' : 'Sales',
  name: `Deal ${index}`,
  stage: 'proposal',
  probability: index % 100,
  contacts: index % 5,
  pushes: index % 3,
}));

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const orEmpty = (text: string): string | Fact<never> => (text === '' ? empty('api') : text);

/** As an adapter reads them: amounts and dates are texts, and a field in which nothing stands is empty. */
const deals: readonly Deal[] = values.map((value) =>
  deal({
    amount: value.amount === undefined ? empty('api') : { amount: value.amount, currency: 'EUR' },
    closeDate: iso(value.close),
    nextStep: orEmpty(value.nextStep),
    owner: orEmpty(value.owner),
    account: orEmpty(value.account),
    pipeline: orEmpty(value.pipeline),
    name: value.name,
    probability: value.probability,
    contacts: value.contacts,
    pushes: value.pushes,
  }),
);

const plain: readonly Plain[] = values.map(({ amount, close, ...rest }) => ({
  ...rest,
  amount: Number(amount ?? 0),
  closeDate: close,
}));

/** The plain values again, made from the deal as it comes: what the others need before they can begin. */
const plainOf = ({ fields }: Deal): Plain => ({
  nextStep: valueOf(fields.nextStep) ?? '',
  owner: valueOf(fields.owner) ?? '',
  account: valueOf(fields.account) ?? '',
  pipeline: valueOf(fields.pipeline) ?? '',
  name: valueOf(fields.name) ?? '',
  stage: valueOf(fields.stage)?.id ?? '',
  probability: valueOf(fields.probability) ?? 0,
  contacts: valueOf(fields.contacts) ?? 0,
  pushes: valueOf(fields.pushes) ?? 0,
  amount: Number(valueOf(fields.amount)?.amount ?? 0),
  closeDate: dayNumber(valueOf(fields.closeDate) ?? ''),
});

const NUMBERS = ['amount', 'closeDate', 'probability', 'contacts', 'pushes'];
const TEXTS = ['nextStep', 'stage', 'owner', 'account', 'pipeline', 'name'];

/** Parsed once and with declared types: as its own documentation has it for the most speed. */
function celGates(): ((facts: Plain) => unknown)[] {
  const environment = new Environment();
  for (const name of NUMBERS) environment.registerVariable(name, 'double');
  for (const name of TEXTS) environment.registerVariable(name, 'string');
  return twentyFour.map(({ cel }) => environment.parse(cel));
}

const rules = playbook({ gates: twentyFour.map(({ ours }, index) => gate(`G${index}`, ours)) });

/** How many gates are met: all must agree on each, or they are not compared on the same rules. */
function agreement(cel: ReturnType<typeof celGates>): string {
  let met = 0;
  for (const [index, facts] of plain.entries()) {
    const ours = assess(deals[index]!, rules, TODAY).gates.map(({ state }) => state === 'met');
    const logic = twentyFour.map((rule) => jsonLogic.apply(rule.logic, facts) as unknown);
    const others = [logic, cel.map((isMet) => isMet(facts))];
    if (others.some((theirs) => theirs.some((each, place) => each !== ours[place]))) {
      throw new Error(`they disagree on deal ${index}`);
    }
    met += ours.filter(Boolean).length;
  }
  return `${met} of ${24 * deals.length} met, by all three`;
}

/**
 * Prints `assess`, with every reason, against two rule engines that give a truth value alone. Each counts
 * something of every result, so that no work is left out as unused.
 */
export function benchAssess(): void {
  const cel = celGates();
  console.log(`\n24 gates (${agreement(cel)})`);
  console.log('200 deals, over and over');
  compare(contendersFor(deals.slice(0, 200), plain.slice(0, 200), cel), {
    rounds: 150,
    passes: 10,
  });
  console.log(`${deals.length} deals, each once: more than the processor's cache holds`);
  compare(contendersFor(deals, plain, cel), { rounds: 40, passes: 1 });
}

function contendersFor(
  some: readonly Deal[],
  values: readonly Plain[],
  cel: ReturnType<typeof celGates>,
): Contender[] {
  const assessAll = (): number => {
    let gates = 0;
    for (const one of some) gates += assess(one, rules, TODAY).gates.length;
    return gates;
  };
  const logicAll = (): number => {
    let met = 0;
    for (const facts of values) {
      for (const { logic } of twentyFour) if (jsonLogic.apply(logic, facts) === true) met += 1;
    }
    return met;
  };
  const celAll = (): number => {
    let met = 0;
    for (const facts of values) for (const isMet of cel) if (isMet(facts) === true) met += 1;
    return met;
  };
  const celFromDeals = (): number => {
    let met = 0;
    for (const one of some) {
      const facts = plainOf(one);
      for (const isMet of cel) if (isMet(facts) === true) met += 1;
    }
    return met;
  };
  return [
    { name: 'assess, with reasons', run: assessAll },
    { name: 'json-logic-js', run: logicAll },
    { name: '@marcbachmann/cel-js', run: celAll },
    { name: '@marcbachmann/cel-js, its values made from the deal', run: celFromDeals },
  ];
}
