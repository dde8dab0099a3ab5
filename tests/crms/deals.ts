/** The stages of the seed list; each CRM maps them to its own. */
export type Stage = 'early' | 'proposal' | 'negotiation' | 'won' | 'lost';

/** Days from today; or the last day of the month that it is in two weeks; or no date at all, but text. */
export type CloseDate = number | 'month end' | 'unreadable';

type Change =
  | { readonly daysAgo: number; readonly field: 'closeDate'; readonly fromDays: number }
  | { readonly daysAgo: number; readonly field: 'stage'; readonly from: Stage };

/** A deal as it is written down here, with every date relative to a day that is chosen later. */
export interface DealPlan {
  readonly key: string;
  readonly name: string;
  readonly account: string;
  readonly amount: number | null;
  readonly stage: Stage;
  readonly close: CloseDate;
  readonly createdAgo: number;
  readonly probability: number;
  readonly nextStep: string;
  readonly contacts: readonly (readonly [name: string, title: string])[];
  readonly notes: readonly (readonly [daysAgo: number, text: string])[];
  readonly changes: readonly Change[];
}

const toStage = (daysAgo: number, from: Stage): Change => ({ daysAgo, field: 'stage', from });

/** In days from today, like `close`: the date that stood there until `daysAgo`. */
const pushed = (daysAgo: number, fromDays: number): Change => ({
  daysAgo,
  field: 'closeDate',
  fromDays,
});

/** All of them fictional. */
export const DEALS: readonly DealPlan[] = [
  {
    key: 'velden',
    name: 'Warehouse scanners, three sites',
    account: 'Velden Logistics',
    amount: 23150, // shown as "$23.15K": a compact display is not to be taken for a rounded one
    stage: 'negotiation',
    close: 21,
    createdAgo: 34,
    probability: 70,
    nextStep: 'Pilot results to Marloes, then the contract review',
    contacts: [
      ['Marloes Verhoef', 'Operations Director'],
      ['Ties Brandsma', 'IT Manager'],
    ],
    notes: [
      [
        6,
        'Marloes confirmed that the pilot in Tiel met the scan rate. She wants the contract next.',
      ],
      [15, 'Ties asked for the security questionnaire. Sent the same day.'],
    ],
    changes: [toStage(26, 'early'), pushed(18, -2), pushed(7, 9), toStage(6, 'proposal')],
  },
  {
    key: 'brightwater',
    name: 'Route planning rollout',
    account: 'Brightwater Utilities',
    amount: 48000,
    stage: 'proposal',
    close: 19,
    createdAgo: 28,
    probability: 60,
    nextStep: 'Demo for the depot leads',
    contacts: [['Priya Raman', 'Head of Field Service']],
    notes: [[12, 'Priya wants the depot leads to see the mobile view before she decides.']],
    changes: [toStage(12, 'early')],
  },
  {
    key: 'kestrel',
    name: 'Service desk renewal and extension',
    account: 'Kestrel & Daughters',
    amount: 117549.99,
    stage: 'negotiation',
    close: 23,
    createdAgo: 44,
    probability: 80,
    nextStep: 'Legal sends the marked-up terms',
    contacts: [
      ['Aoife Kestrel', 'Managing Director'],
      ['Dan Obuya', 'Finance Lead'],
      ['Ruth Salt', 'Service Desk Manager'],
    ],
    notes: [
      [3, 'Aoife signs herself. Dan needs the cost per seat over three years.'],
      [20, 'Ruth showed us the ticket volumes: 40 % up since spring.'],
    ],
    changes: [toStage(30, 'early'), toStage(11, 'proposal')],
  },
  {
    key: 'coldchain',
    name: 'Cold-chain sensors, phase one',
    account: 'Polar Fresh Foods',
    amount: 86000,
    stage: 'proposal',
    close: 64,
    createdAgo: 16,
    probability: 50,
    nextStep: 'Site survey in Aarhus',
    contacts: [['Mikkel Dam', 'Quality Manager']],
    notes: [[9, 'Budget is for next year. Mikkel is trying to bring part of it forward.']],
    changes: [toStage(9, 'early')],
  },
  {
    key: 'fleet',
    name: 'Fleet telematics pilot',
    account: 'Orchard Bus Company',
    amount: 31200,
    stage: 'negotiation',
    close: -9,
    createdAgo: 71,
    probability: 75,
    nextStep: '',
    contacts: [['Graham Tull', 'Fleet Manager']],
    notes: [[33, 'Graham is waiting for the council.']],
    changes: [toStage(60, 'early'), pushed(38, -30), toStage(33, 'proposal')],
  },
  {
    key: 'training',
    name: 'Training programme for team leads',
    account: 'Hollis Insurance',
    amount: null,
    stage: 'proposal',
    close: 20,
    createdAgo: 13,
    probability: 50,
    nextStep: 'Agree on the number of groups',
    contacts: [['Elena Marković', 'Learning & Development']],
    notes: [],
    changes: [],
  },
  {
    key: 'harbour',
    name: 'Harbour survey drones',
    account: 'Port of Lindhaven',
    amount: 15400,
    stage: 'proposal',
    close: 'unreadable',
    createdAgo: 22,
    probability: 40,
    nextStep: 'Permit check with the harbour master',
    contacts: [['Jonas Ek', 'Harbour Master']],
    notes: [[8, 'Jonas cannot name a date before the permit is in.']],
    changes: [],
  },
  {
    key: 'freezers',
    name: 'Lab freezer exchange',
    account: 'Tern Biosciences',
    amount: 9900,
    stage: 'early',
    close: 45,
    createdAgo: 2,
    probability: 20,
    nextStep: 'First call on what broke last summer',
    contacts: [['Dr. Wanjiru Kamau', 'Lab Manager']],
    notes: [],
    changes: [],
  },
  {
    key: 'soehne',
    name: '<b>Acme</b> & "Söhne"', // must show as text everywhere, never as markup
    account: 'Acme & Söhne KG',
    amount: 64250,
    stage: 'proposal',
    close: 22,
    createdAgo: 25,
    probability: 60,
    nextStep: 'Angebot <i>final</i> abstimmen',
    contacts: [['Jürgen Söhne', 'Einkaufsleiter']],
    notes: [[10, 'Jürgen: "Preis & Laufzeit" <bis Ende des Monats> klären.']],
    changes: [toStage(17, 'early'), pushed(5, 8)],
  },
  {
    key: 'monthend',
    name: 'Meeting room screens',
    account: 'Aldgate Chambers',
    amount: 72800,
    stage: 'negotiation',
    close: 'month end', // the date that people fill in when they do not know one
    createdAgo: 30,
    probability: 70,
    nextStep: 'Floor plan sign-off',
    contacts: [
      ['Sunita Rao', 'Office Manager'],
      ['Peter Voss', 'Partner'],
    ],
    notes: [[4, 'Peter approved the plan for floors 2 and 3.']],
    changes: [toStage(4, 'proposal')],
  },
  closed('won', 'quarry', 'Conveyor monitoring', 'Stonebridge Quarry', 27300, 41, 12),
  closed('won', 'bakery', 'Oven control upgrade', 'Morgenrood Bakeries', 19850, 49, 30),
  closed('won', 'clinic', 'Appointment reminders', 'Lakeside Clinics', 33400, 44, 55),
  closed('won', 'theatre', 'Ticketing kiosks', 'Old Mill Theatre', 12600, 55, 80),
  closed('lost', 'ferry', 'Ferry crew rostering', 'Sound Ferries', 54000, 62, 21),
];

/** A deal that is over: its cycle in days, and how long ago it closed. */
function closed(
  stage: 'won' | 'lost',
  key: string,
  name: string,
  account: string,
  amount: number,
  cycleDays: number,
  closedAgo: number,
): DealPlan {
  const half = closedAgo + Math.round(cycleDays / 2);
  return {
    key,
    name,
    account,
    amount,
    stage,
    close: -closedAgo,
    createdAgo: closedAgo + cycleDays,
    probability: stage === 'won' ? 100 : 0,
    nextStep: '',
    contacts: [['Sam Hartley', 'Buyer']],
    notes: [[closedAgo, stage === 'won' ? 'Signed.' : 'They stay with their own tool this year.']],
    changes: [
      toStage(half, 'early'),
      toStage(closedAgo + 7, 'proposal'),
      toStage(closedAgo, 'negotiation'),
    ],
  };
}
