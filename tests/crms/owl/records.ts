/** The records behind the page, in the shapes that Odoo's `read` gives. */

export type Related = readonly [id: number, name: string];

export interface Lead {
  readonly id: number;
  readonly name: string;
  readonly type: 'opportunity';
  readonly active: boolean;
  readonly partner_id: Related | false;
  readonly user_id: Related;
  readonly team_id: Related;
  readonly expected_revenue: number;
  readonly company_currency: Related;
  readonly stage_id: Related;
  readonly probability: number;
  readonly date_deadline: string | false;
  readonly create_date: string;
  readonly write_date: string;
  readonly date_last_stage_update: string;
}

export const STAGES = [
  { id: 1, name: 'New', is_won: false },
  { id: 2, name: 'Qualified', is_won: false },
  { id: 3, name: 'Proposition', is_won: false },
  { id: 4, name: 'Won', is_won: true },
] as const;

const stage = (index: number): Related => [STAGES[index]?.id ?? 0, STAGES[index]?.name ?? ''];

/** Two deals in one stage and a third that is not forecast yet; the days are counted from `today`. */
export function leadsFrom(today: string): Lead[] {
  const inDays = (days: number): string => Temporal.PlainDate.from(today).add({ days }).toString();
  const common = {
    type: 'opportunity',
    active: true,
    user_id: [2, 'Rita Rep'],
    team_id: [1, 'Sales'],
    company_currency: [1, 'EUR'],
    create_date: `${inDays(-40)} 12:00:00`,
    write_date: `${inDays(-2)} 12:00:00`,
    date_last_stage_update: `${inDays(-10)} 12:00:00`,
  } as const;
  return [
    {
      ...common,
      id: 7,
      name: 'Harbour sensors',
      partner_id: [45, 'Lindhaven Port'],
      expected_revenue: 23150.5,
      stage_id: stage(2),
      probability: 60,
      date_deadline: inDays(20),
    },
    {
      ...common,
      id: 8,
      name: 'Bakery ovens',
      partner_id: [46, 'Morgen Bakers'],
      expected_revenue: 9900,
      stage_id: stage(2),
      probability: 40,
      date_deadline: inDays(200),
    },
    {
      ...common,
      id: 9,
      name: 'School bicycles',
      partner_id: false,
      expected_revenue: 0,
      stage_id: stage(0),
      probability: 10,
      date_deadline: false,
    },
  ];
}
