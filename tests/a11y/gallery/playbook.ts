import type { ActivePlaybook, Gate, SignalRule } from '../../../lib/core/playbook.ts';

const rule = { owner: 'Sales Ops', reviewBy: '2027-03-01' };
type Wording = readonly [name: string, why: string, question: string];

const gate = (id: string, en: Wording, nl: Wording, rest: Partial<Gate> = {}): Gate => ({
  id,
  ...rule,
  name: { en: en[0], nl: nl[0] },
  why: { en: en[1], nl: nl[1] },
  question: { en: en[2], nl: nl[2] },
  need: { forecast: 'required', commit: 'required' },
  test: { field: 'amount', op: 'is-set' },
  ...rest,
});

const gates: Gate[] = [
  gate(
    'G1',
    [
      'In the window',
      'Past our own cycle it is guessing, and busy-work',
      'What has to happen, week by week, for this date to hold?',
    ],
    [
      'In het venster',
      'Voorbij onze eigen cyclus is het gokken, en bezigheid',
      'Wat moet er week voor week gebeuren om deze datum te halen?',
    ],
    { field: 'closeDate' },
  ),
  gate(
    'G2',
    ['Real amount', 'Money plans rest on it', 'What is this number based on?'],
    ['Echt bedrag', 'Geldplannen rusten erop', 'Waar is dit bedrag op gebaseerd?'],
    { field: 'amount' },
  ),
  gate(
    'G3',
    [
      'Agreed next step',
      'Deals move when the buyer has agreed to do something',
      'What has the customer agreed to do next, and when?',
    ],
    [
      'Afgesproken volgende stap',
      'Deals bewegen als de klant iets heeft toegezegd',
      'Wat heeft de klant toegezegd, en wanneer?',
    ],
    { field: 'nextStep', answer: 'nextStep' },
  ),
  gate(
    'G5',
    [
      'Pain and impact',
      '40 to 60% are lost to no decision',
      'What does it cost them to leave it as it is?',
    ],
    [
      'Pijn en gevolg',
      '40 tot 60% gaat verloren aan geen besluit',
      'Wat kost het hen om niets te doen?',
    ],
    { answer: 'pain' },
  ),
  gate(
    'G6',
    [
      'Economic buyer',
      'Someone must be able to say yes',
      'Who can say yes when everyone else says no? How do we know?',
    ],
    [
      'Beslisser',
      'Iemand moet ja kunnen zeggen',
      'Wie kan ja zeggen als de rest nee zegt? Hoe weten we dat?',
    ],
    { answer: 'economicBuyer' },
  ),
  gate(
    'G7',
    [
      'Decision and paper process',
      'Late surprises live here',
      'What happens between their yes and the signature?',
    ],
    [
      'Besluit en papierwerk',
      'Hier wonen de late verrassingen',
      'Wat gebeurt er tussen hun ja en de handtekening?',
    ],
    { answer: 'process' },
  ),
  gate(
    'G8',
    [
      'Critical event',
      "A seller's month-end is not a reason",
      'What happens on their side if this waits a quarter?',
    ],
    [
      'Kritiek moment',
      'Het maandeinde van de verkoper is geen reden',
      'Wat gebeurt er bij hen als dit een kwartaal wacht?',
    ],
    { answer: 'criticalEvent', need: { forecast: 'advised', commit: 'required' } },
  ),
  gate(
    'G9',
    [
      'Champion and threads',
      'One person can leave',
      'What has our champion done that cost them something?',
    ],
    [
      'Voorvechter en contacten',
      'Eén persoon kan vertrekken',
      'Wat heeft onze voorvechter gedaan dat hem of haar iets kostte?',
    ],
    { field: 'contacts', answer: 'champion' },
  ),
];

const signal = (id: SignalRule['id'], name: string, why: string, question: string): SignalRule => ({
  id,
  ...rule,
  name: { en: name },
  why: { en: why },
  question: { en: question },
  on: true,
  amber: 10,
  red: 20,
});

/** A playbook to show the card with; the real one stands in lib/playbooks. */
export const playbook: ActivePlaybook = {
  id: 'gallery',
  version: 4,
  name: { en: 'Northwind sales', nl: 'Verkoop Noordwind' },
  currencies: ['EUR'],
  country: 'NL',
  window: 'learned',
  answerAge: { forecast: 30, commit: 14 },
  stages: [],
  answers: [
    {
      key: 'nextStep',
      label: { en: 'Next step', nl: 'Volgende stap' },
      hint: { en: 'Who at the customer does what', nl: 'Wie bij de klant doet wat' },
      date: { en: 'By when', nl: 'Wanneer' },
      feeds: 'nextStep',
    },
    {
      key: 'pain',
      label: { en: 'Pain and impact', nl: 'Pijn en gevolg' },
      hint: { en: 'In their words, with a number', nl: 'In hun woorden, met een getal' },
    },
    {
      key: 'economicBuyer',
      label: { en: 'Economic buyer', nl: 'Beslisser' },
      hint: { en: 'Name, role, and how we know', nl: 'Naam, rol, en hoe we dat weten' },
      date: { en: 'Spoken to on', nl: 'Gesproken op' },
    },
    {
      key: 'process',
      label: { en: 'Steps and owners' },
      hint: { en: 'Legal, purchasing, security' },
    },
    {
      key: 'criticalEvent',
      label: { en: 'Their date' },
      hint: { en: 'What happens on it, and why' },
    },
    { key: 'champion', label: { en: 'Champion' }, hint: { en: 'What they did for us' } },
  ],
  gates,
  signals: [
    signal(
      'quiet-buyer',
      'Quiet buyer',
      'Momentum decays',
      'What did we last hear from them, in their words?',
    ),
    signal(
      'date-moves',
      'Date moves',
      'Each slip lowers the odds',
      'What did we learn each time the date moved?',
    ),
    signal(
      'stuck-in-stage',
      'Stuck in stage',
      'Something blocks it',
      'What is it waiting for, and on whose side?',
    ),
    signal(
      'going-backwards',
      'Going backwards',
      'Something changed; find out',
      'What changed on their side?',
    ),
    signal(
      'date-passed',
      'Date passed',
      'A stale date spoils the total',
      'What has to be true for a new date to hold?',
    ),
  ],
  prompts: [],
  norms: { cycle: { median: 57, p90: 96, deals: 34 } },
  holidays: [],
};
