import { empty, known, unknown } from '../../../lib/core/fact.ts';
import type { CardView } from '../../../lib/app/card-model.ts';
import type { StoryCard } from '../../../lib/core/playbook.ts';
import { assessment, deal, gates, promptOf, signal, view, waived } from './deals.ts';

const allMet = [
  gates.windowMet,
  gates.amountMet,
  gates.stepMet,
  gates.painMet,
  gates.buyerMet,
  gates.processMet,
  gates.threadsMet,
];
const manyOpen = [
  gates.windowOpen,
  gates.amountOpen,
  gates.stepOpen,
  gates.painMet,
  gates.buyerOld,
  gates.processOpen,
  gates.eventOpen,
  gates.threadsOpen,
];
const unreadWindow = { days: 30, basis: 'default', deals: 0, end: '2026-12-21' } as const;
const many = [
  signal('quiet-buyer', 'red', { days: 26, limit: 10, since: '2026-10-15' }),
  signal('date-moves', 'amber', { count: 3, limit: 2, longest: 14, since: '2026-06-01' }),
  signal(
    'stuck-in-stage',
    'amber',
    { days: 47, limit: 33, since: '2026-10-05', stage: 'Proposal' },
    21,
  ),
  signal('going-backwards', 'amber', { within: 10, percent: 24, from: '30500', to: '23200' }),
];

const story = { owner: 'Marketing', reviewBy: '2027-03-01' };
/** Two cards of the team's own story, the first in both languages. */
export const stories: readonly StoryCard[] = [
  {
    id: 'card-1',
    kind: 'priority',
    ...story,
    name: { en: 'Fleet Plus comes first this quarter', nl: 'Fleet Plus gaat dit kwartaal voor' },
    text: {
      en: 'Two customers of this size went live in six weeks. Ask what waiting for spring costs them.',
      nl: 'Twee klanten van deze omvang waren in zes weken live. Vraag wat wachten tot het voorjaar hen kost.',
    },
  },
  {
    id: 'card-2',
    kind: 'trait',
    ...story,
    name: { en: 'Own service staff' },
    text: { en: 'Teams that plan their own mechanics stay with us longest.' },
  },
];

/** The card's states, by name: for eyes, and for the accessibility tests. */
export const views = {
  edge: view(),
  counts: view({
    assessment: assessment({ standing: 'counts', gates: allMet, signals: [] }),
    prompt: promptOf('G8'),
  }),
  out: view({
    assessment: assessment({
      standing: 'out',
      gates: manyOpen,
      signals: many,
      window: {
        days: 60,
        basis: 'learned',
        deals: 34,
        end: '2027-01-20',
        closesIn: known(85, 'typed'),
      },
    }),
    prompt: promptOf('G5'),
  }),
  unknown: view({
    assessment: assessment({
      standing: 'unknown',
      signals: [],
      gates: [
        ...allMet.slice(0, 1),
        gates.amountUnknown,
        ...allMet.slice(2, 6),
        gates.threadsUnknown,
      ],
      window: { ...unreadWindow, closesIn: unknown('not-on-page') },
    }),
  }),
  none: view({
    assessment: assessment({
      standing: 'none',
      category: known('pipeline', 'page'),
      signals: [],
      gates: [gates.amountMet, gates.stepMet, gates.processOpen],
      window: { ...unreadWindow, closesIn: empty('page') },
    }),
    canShare: false,
  }),
  won: view({
    assessment: assessment({
      standing: 'none',
      category: known('won', 'page'),
      gates: allMet,
      signals: [],
    }),
  }),
  commit: view({
    assessment: assessment({
      category: known('commit', 'page'),
      gates: [...allMet, waived(gates.eventOpen), { ...gates.eventOpen, need: 'required' }],
      window: { days: 60, basis: 'set', deals: 0, end: '2027-01-20', closesIn: known(-5, 'api') },
      signals: [signal('date-passed', 'red', { days: 5, limit: 1, date: '2026-11-16' })],
    }),
  }),
  parked: view({
    assessment: assessment({
      signals: [],
      parked: { reason: 'champion on leave', until: '2026-12-08', day: '2026-11-20' },
    }),
  }),
  playbook: view({
    assessment: null,
    playbook: null,
    fault: {
      kind: 'playbook',
      fault: {
        rule: 'G3',
        line: 42,
        message:
          'The operator "before" needs a date, and "nextStep" is a text. Use "evidence", or another field.',
      },
    },
  }),
  page: view({ assessment: null, deal: null, fault: { kind: 'page' } }),
  records: view({ fault: { kind: 'records', fault: 'blocked' } }),
  session: view({ fault: { kind: 'session' } }),
  updated: view({ fault: { kind: 'updated' } }),
  loading: view({ assessment: null }),
  story: view({ stories }),
  pill: view({ place: { right: 16, bottom: 16, collapsed: true } }),
  markup: view({
    deal: {
      ...deal,
      fields: {
        ...deal.fields,
        name: known('<img src=x onerror=alert(1)> & "Sons" $1 | two', 'page'),
      },
    },
  }),
} satisfies Readonly<Record<string, CardView>>;
