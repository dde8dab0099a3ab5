import type { Explained, Finding, GateResult, SignalResult } from '../../../lib/core/assessment.ts';
import type { Leaf } from '../../../lib/core/condition-schema.ts';
import { unknownFields, type Deal } from '../../../lib/core/deal.ts';
import { empty, known, unknown, type Fact } from '../../../lib/core/fact.ts';
import type { CardActions, CardView } from '../../../lib/app/card-model.ts';
import { playbook } from './playbook.ts';

export const TODAY = '2026-11-21';

/** One finding, by hand. */
export const found = (
  leaf: Leaf,
  because: Finding['because'],
  read: Fact<unknown>,
  limit?: string,
): Finding => {
  const truth =
    because === 'holds'
      ? 'yes'
      : ['unknown', 'rounded', 'no-currency'].includes(because)
        ? 'unknown'
        : 'no';
  return { leaf, truth, because, read, ...(limit === undefined ? {} : { limit }) };
};

const ruleOf = (id: string) => playbook.gates.find((gate) => gate.id === id)!;

/** A gate's result, by hand. */
export function result(
  id: string,
  state: GateResult['state'],
  findings: readonly Finding[],
  rest: Partial<GateResult> = {},
): GateResult {
  const gate = ruleOf(id);
  const need = gate.need.forecast === 'advised' ? 'advised' : 'required';
  return { gate, need, state, findings, ...rest };
}

export const signal = (
  id: SignalResult['rule']['id'],
  level: SignalResult['level'],
  numbers: SignalResult['numbers'],
  learnedFrom?: number,
): SignalResult => ({
  rule: playbook.signals.find((rule) => rule.id === id)!,
  level,
  numbers,
  ...(learnedFrom === undefined ? {} : { learnedFrom }),
});

const inWindow: Leaf = { field: 'closeDate', op: 'on-or-before', day: 'window-end' };

/** Each gate in the states that the gallery shows. */
export const gates = {
  windowMet: result('G1', 'met', [
    found(inWindow, 'holds', known('2026-12-14', 'api'), '2027-01-20'),
  ]),
  windowOpen: result('G1', 'open', [
    found(inWindow, 'does-not-hold', known('2027-02-14', 'typed'), '2027-01-20'),
  ]),
  amountMet: result('G2', 'met', [
    found(
      { field: 'amount', op: 'more-than', value: '0' },
      'holds',
      known({ amount: '23200', currency: 'EUR', margin: '50' }, 'page'),
    ),
  ]),
  amountOpen: result('G2', 'open', [
    found({ field: 'amount', op: 'more-than', value: '0' }, 'empty', empty('typed')),
  ]),
  amountUnknown: result('G2', 'cannot-tell', [
    found(
      { field: 'amount', op: 'more-than', value: '0' },
      'unknown',
      unknown('ambiguous', '1.234'),
    ),
  ]),
  stepOpen: result('G3', 'open', [
    found({ field: 'nextStep', op: 'evidence' }, 'placeholder', known('TBD', 'page')),
  ]),
  stepMet: result('G3', 'met', [
    found(
      { field: 'nextStep', op: 'evidence' },
      'holds',
      known('Anna sends the security review to their IT on Thursday', 'api'),
    ),
  ]),
  painMet: result('G5', 'met', [
    found(
      { field: 'answer.pain', op: 'evidence' },
      'holds',
      known('“We lose two days a month re-keying orders”', 'answer'),
    ),
  ]),
  buyerOld: result('G6', 'open', [
    found(
      { field: 'answer.economicBuyer', op: 'evidence', maxAge: 'playbook' },
      'too-old',
      known('Petra de Wit, CFO, told us so on the call', 'answer'),
    ),
  ]),
  buyerMet: result('G6', 'met', [
    found(
      { field: 'answer.economicBuyer', op: 'evidence' },
      'holds',
      known('Petra de Wit, CFO, told us so on the call', 'answer'),
    ),
  ]),
  processOpen: result('G7', 'open', [
    found({ field: 'answer.process', op: 'evidence' }, 'empty', empty('answer')),
  ]),
  processMet: result('G7', 'met', [
    found(
      { field: 'answer.process', op: 'evidence' },
      'holds',
      known('Legal by 1 Dec (Tom), purchasing by 8 Dec', 'answer'),
    ),
  ]),
  eventOpen: result('G8', 'open', [
    found({ field: 'answer.criticalEvent', op: 'evidence' }, 'empty', empty('answer')),
  ]),
  threadsOpen: result('G9', 'open', [
    found(
      { field: 'contacts', op: 'at-least', value: '2' },
      'does-not-hold',
      known(1, 'page'),
      '2',
    ),
  ]),
  threadsMet: result('G9', 'met', [
    found({ field: 'contacts', op: 'at-least', value: '2' }, 'holds', known(3, 'page'), '2'),
  ]),
  threadsUnknown: result('G9', 'cannot-tell', [
    found({ field: 'contacts', op: 'at-least', value: '2' }, 'unknown', unknown('not-on-page')),
  ]),
} as const;

export const waived = (of: GateResult): GateResult => ({
  ...of,
  exception: {
    gate: of.gate.id,
    reason: 'Renewal: same contract as last year',
    until: '2026-12-05',
    day: '2026-11-18',
  },
});

export const deal: Deal = {
  ref: { crm: 'atomic', id: '17' },
  url: 'https://crm.example/deals/17',
  fields: {
    ...unknownFields('not-on-page'),
    name: known('Harbour Logistics: warehouse rollout', 'page'),
    amount: known({ amount: '23200', currency: 'EUR', margin: '50' }, 'page'),
    closeDate: known('2026-12-14', 'api'),
  },
  custom: {},
  answers: {
    economicBuyer: {
      key: 'economicBuyer',
      text: 'Petra de Wit, CFO, told us so on the call',
      day: '2026-10-11',
    },
  },
  exceptions: [],
  parked: undefined,
  history: [],
  historySince: undefined,
};

/** An assessment at the edge, changed as wanted. */
export const assessment = (change: Partial<Explained> = {}): Explained => ({
  ref: deal.ref,
  playbook: { id: playbook.id, version: playbook.version },
  standing: 'edge',
  category: known('forecast', 'page'),
  window: { days: 60, basis: 'learned', deals: 34, end: '2027-01-20', closesIn: known(23, 'api') },
  gates: [
    gates.windowMet,
    gates.amountMet,
    gates.stepOpen,
    gates.painMet,
    gates.buyerOld,
    gates.processMet,
    gates.eventOpen,
    gates.threadsMet,
  ],
  signals: [signal('quiet-buyer', 'amber', { days: 16, limit: 9, since: '2026-10-30' }, 34)],
  prompts: [],
  faults: [],
  ...change,
});

/** The question that goes with a gate. */
export const promptOf = (id: string) => {
  const gate = ruleOf(id);
  return { id: `gate:${id}`, text: gate.question, why: gate.why, answer: gate.answer ?? id };
};

/** A view of the card, changed as wanted. */
export const view = (change: Partial<CardView> = {}): CardView => ({
  deal,
  assessment: assessment(),
  playbook,
  stories: [],
  prompt: null,
  fault: null,
  today: TODAY,
  crmLabel: 'Atomic CRM',
  canShare: true,
  reachable: new Set(['amount', 'closeDate', 'nextStep'] as const),
  place: { right: 16, bottom: 16, collapsed: false },
  focusRequests: 0,
  disputes: [],
  readOnly: false,
  ...change,
});

const ok = () => Promise.resolve({ ok: true } as const);
const nothing = (): void => undefined;

/** Actions that all succeed and do nothing, changed as wanted. */
export const actions = (change: Partial<CardActions> = {}): CardActions => ({
  goToField: nothing,
  saveAnswer: ok,
  answerPrompt: ok,
  notNow: ok,
  saveException: ok,
  endException: ok,
  saveDispute: ok,
  endDispute: ok,
  park: ok,
  wake: ok,
  share: () => Promise.resolve(true),
  copy: () => Promise.resolve(true),
  move: nothing,
  close: nothing,
  ...change,
});
