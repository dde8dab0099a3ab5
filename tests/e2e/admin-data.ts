import type { Page } from 'playwright-core';
import type { Fields } from '../../lib/core/deal.ts';
import { known, type Fact } from '../../lib/core/fact.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import type { DealRow } from '../../lib/storage/db.ts';
import { packs } from '../../lib/playbooks/index.ts';
import { customDefinition } from '../custom-crm.ts';
import { madeUpDeals } from '../made-up-deals.ts';
import { TODAY, inDays, type World } from './world.ts';

/** What a team has after some months with Dealside: deals, published versions, a draft, a CRM of its own. */

const DEALS = 60;
const CUSTOMERS = [
  'Noordzee Haven',
  'Van Dijk Logistics',
  'Hartwell & Sons',
  'Lumen Clinics',
  'Meer & Bos',
  'Castle Foods',
  'Oranje Transport',
];
const PRODUCTS = [
  'fleet renewal',
  'night shift pilot',
  'cold store sensors',
  'second warehouse',
  'spare parts',
  'yard cameras',
  'service desk',
  'dock planning',
  'route planning',
];

const day = (offset: number): Fact<string> => known(inDays(offset), 'api');

/** Two deals of three are well looked after: what the rules ask for is there. */
const isTended = (index: number): boolean => index % 3 !== 0;

/** The same deals with names that people would give them. */
function named(row: DealRow, index: number): DealRow {
  const customer = CUSTOMERS[index % CUSTOMERS.length] ?? '';
  const product = PRODUCTS[Math.floor(index / CUSTOMERS.length) % PRODUCTS.length] ?? '';
  const { reading } = row;
  const tended: Partial<Fields> = {
    amount: known({ amount: `${9000 + 1350 * index}.00`, currency: 'EUR' }, 'api'),
    closeDate: day(8 + (index % 50)),
    created: day(-20 - index),
    lastContact: day(-1 - (index % 4)),
    lastContactBy: known('buyer', 'api'),
    nextStep: known('Their lawyer sends the marked terms back', 'api'),
    nextStepDate: day(1 + (index % 5)),
    pushes: known(index % 2, 'history'),
  };
  const name = known(`${customer}: ${product}`, 'api');
  const rough: Partial<Fields> = { pushes: known(index % 4, 'history') };
  const fields = { ...reading.fields, ...(isTended(index) ? tended : rough), name };
  return { ...row, reading: { ...reading, fields } };
}

/** What reps wrote on the deals that they look after: of one in four, little. */
function answersOf({ key }: DealRow, index: number): readonly object[] {
  if (!isTended(index)) return [];
  const pain =
    index % 5 === 1
      ? `Overtime costs them ${20 + index} hours a month`
      : 'Four people lose an hour a day on it, says their head of operations';
  const texts: Record<string, string> = {
    pain,
    criticalEvent: 'The lease of the old hall ends that day',
    decisionProcess: 'Ms Vos signs once legal and the works council have said yes',
  };
  return Object.entries(texts).map(([answer, text]) => {
    const date = answer === 'pain' ? {} : { date: inDays(30) };
    return { deal: key, key: answer, text, day: inDays(-2 - (index % 9)), ...date };
  });
}

/** The pack as a team's own playbook has it: where its schema is found holds in our sources alone. */
function withoutSchema(pack: Playbook): Playbook {
  const playbook = { ...pack };
  delete playbook.$schema;
  return playbook;
}

/** The first version, the second with a higher bar, and the third with a story to tell and a shorter memory. */
function versions(): readonly [Playbook, Playbook, Playbook] {
  const base: Playbook = {
    ...withoutSchema(packs.spiced),
    id: 'our-playbook',
    version: 1,
    name: { en: 'Our playbook', nl: 'Ons playbook' },
    currencies: ['EUR', 'GBP'],
    country: 'NL',
  };
  const second: Playbook = {
    ...base,
    version: 2,
    signals: base.signals.map((signal) =>
      signal.id === 'quiet-buyer' ? { ...signal, amber: 8, red: 14 } : signal,
    ),
    gates: base.gates.map((gate) =>
      gate.id === 'G3' ? { ...gate, how: { en: 'Ask who does what, by which day.' } } : gate,
    ),
  };
  const third: Playbook = {
    ...second,
    version: 3,
    window: 60,
    answerAge: { forecast: 28, commit: 14 },
    facts: [
      {
        key: 'region',
        label: { en: 'Region', nl: 'Regio' },
        kind: 'choice',
        choices: ['North', 'South'],
      },
    ],
    cards: [
      {
        id: 'night-shift',
        kind: 'differentiator',
        name: { en: 'The night shift', nl: 'De nachtdienst' },
        text: {
          en: 'Our sensors report at night as well.',
          nl: 'Onze sensoren melden ook ’s nachts.',
        },
        owner: 'Product marketing',
        reviewBy: '2027-03-31',
        when: { field: 'account', op: 'is-set' },
      },
    ],
    daysOff: ['2026-12-24'],
  };
  return [base, second, third];
}

/** The next version: one gate asks for more, another is only advised, a new one asks for a region. */
function draftOf(base: Playbook): Playbook {
  const gates = base.gates.map((gate) => {
    if (gate.id === 'G2') return { ...gate, need: { ...gate.need, forecast: 'advised' as const } };
    if (gate.id !== 'G5') return gate;
    const test = {
      field: 'answer.pain',
      op: 'evidence',
      minWords: 12,
      maxAge: 'playbook',
    } as const;
    return { ...gate, test };
  });
  const region = base.gates[0];
  if (!region) return { ...base, version: 4 };
  const added: Playbook['gates'][number] = {
    ...region,
    id: 'G20',
    name: { en: 'A region for large deals', nl: 'Een regio bij grote deals' },
    question: {
      en: 'Which region delivers this, and what have they said?',
      nl: 'Welke regio levert dit, en wat zegt die?',
    },
    why: { en: 'Large deals are delivered by one region.', nl: 'Grote deals levert één regio.' },
    how: {
      en: 'Ask delivery who is free, and write the region on the deal.',
      nl: 'Vraag levering wie er ruimte heeft, en zet de regio op de deal.',
    },
    owner: 'Delivery',
    need: { forecast: 'required', commit: 'required' },
    when: { field: 'amount', op: 'at-least', value: '25000' },
    test: { field: 'custom.region', op: 'is-set' },
  };
  return { ...base, version: 4, gates: [...gates, added] };
}

/** Rows as the database keeps them, by table. */
export function teamRows(): Readonly<Record<string, readonly object[]>> {
  const { deals, changes, ...rest } = madeUpDeals(DEALS, TODAY);
  const rough = new Set(deals.filter((_, index) => !isTended(index)).map(({ key }) => key));
  const all = versions();
  const notes = ['We start from SPICED.', 'Quiet is 8 working days with us, not 10.', undefined];
  const [, , last] = all;
  const draft = { playbook: draftOf(last), basedOn: 3, rev: 4, savedAt: `${TODAY}T08:12:00.000Z` };
  return {
    ...rest,
    deals: deals.map(named),
    changes: changes.filter(({ deal }) => rough.has(deal)),
    answers: deals.flatMap(answersOf),
    playbooks: all.map((playbook, index) => ({
      seq: index + 1,
      text: `${JSON.stringify(playbook, null, 2)}\n`,
      version: playbook.version,
      day: inDays(21 * (index - 3)),
      at: `${inDays(21 * (index - 3))}T09:30:00.000Z`,
      by: ['Marit de Boer', 'Tom Ashby'][index % 2],
      ...(notes[index] === undefined ? {} : { note: notes[index] }),
    })),
    sent: [0, -1].flatMap((day) => [
      sent(day, 'crm.example.com', 'read', 41),
      sent(day, 'crm.example.com', 'note', 2),
    ]),
    settings: [
      { key: 'playbookDraft', value: draft },
      { key: 'custom-crms', value: [customDefinition] },
      { key: 'health|https://crm.example.com|atomic|', value: health },
    ],
  };
}

const sent = (day: number, host: string, kind: string, count: number): object => ({
  day: inDays(day),
  host,
  kind,
  count,
  last: `${inDays(day)}T14:05:00.000Z`,
});

const health = {
  site: 'https://crm.example.com',
  crm: 'atomic',
  checked: TODAY,
  runs: [
    {
      field: 'closeDate',
      state: 'shown',
      deals: ['4', '8', '12'],
      since: inDays(-2),
      result: 'disagrees',
      selector: '[data-field="closing"]',
      saw: '12 June',
      saved: '2026-06-30',
    },
  ],
};

/** Puts the team's rows into the browser; the page that it opens for that is given back. */
export async function fillTeam(world: World): Promise<Page> {
  const page = await world.newPage();
  // This page makes the database.
  await page.goto(`chrome-extension://${world.extensionId()}/options.html#/versions`);
  await page.locator('main[aria-busy="false"]').waitFor();
  const rows = JSON.parse(JSON.stringify(teamRows())) as Record<string, object[]>;
  await page.evaluate(putRows, rows);
  await page.reload();
  await page.locator('main[aria-busy="false"]').waitFor();
  return page;
}

/** Runs in the page. */
function putRows(rows: Record<string, object[]>): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dealside');
    opening.onerror = () => {
      reject(new Error('The database cannot be opened.'));
    };
    opening.onsuccess = () => {
      const { result: database } = opening;
      const change = database.transaction(Object.keys(rows), 'readwrite');
      for (const [name, list] of Object.entries(rows)) {
        const store = change.objectStore(name);
        for (const row of list) store.put(row);
      }
      change.oncomplete = () => {
        database.close();
        resolve();
      };
      change.onerror = () => {
        reject(new Error('The rows could not be kept.'));
      };
    };
  });
}
