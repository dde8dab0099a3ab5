import { at, placeOf, problem, type Path, type Problem } from './check-problem.ts';

/** How much a playbook may hold: far more than a team reads, and little enough for a card to be quick. */
export const PLAYBOOK_LIMITS = {
  version: 1_000_000,
  gates: 200,
  signals: 50,
  prompts: 200,
  answers: 100,
  stages: 500,
  currencies: 200,
  facts: 100,
  mapping: 500,
  cards: 200,
  daysOff: 400,
  sites: 100,
  /** CRMs that have selectors of the team's own. */
  crms: 100,
  /** Conditions side by side in one group, and values in one condition. */
  group: 40,
  values: 200,
  /** Characters of a value that is compared with. */
  value: 500,
  /** Comparisons in one condition, and in all of a playbook. */
  leaves: 40,
  allLeaves: 1500,
} as const;

const LISTS = [
  'gates',
  'signals',
  'prompts',
  'answers',
  'stages',
  'currencies',
  'facts',
  'mapping',
  'cards',
  'daysOff',
  'sites',
] as const;

/** Lists that are too long to be looked at one by one. Takes anything. */
export const checkLists = (raw: unknown): Problem[] =>
  LISTS.flatMap((list) => {
    const found = at(raw, [list]);
    const most = PLAYBOOK_LIMITS[list];
    if (!Array.isArray(found) || found.length <= most) return [];
    const message = `has ${found.length.toLocaleString('en')} entries: at most ${most} are taken. Leave some out.`;
    return [problem(placeOf(raw, [list]), 'too-many', message)];
  });

/** Conditions that ask for more than anybody reads. Takes anything; the groups' depth is checked before. */
export function checkAmounts(raw: unknown, conditions: readonly Path[]): Problem[] {
  let all = 0;
  for (const path of conditions) {
    const leaves = leavesIn(at(raw, path));
    const place = placeOf(raw, path);
    if (leaves > PLAYBOOK_LIMITS.leaves) {
      const message = `has a condition of ${leaves.toLocaleString('en')} comparisons: at most ${PLAYBOOK_LIMITS.leaves} are taken.`;
      return [problem(place, 'too-many', message)];
    }
    all += leaves;
    if (all > PLAYBOOK_LIMITS.allLeaves) {
      const most = PLAYBOOK_LIMITS.allLeaves.toLocaleString('en');
      return [problem(place, 'too-many', `brings the playbook over ${most} comparisons in all.`)];
    }
  }
  return [];
}

/** The comparisons of a condition; of what is none, 1. */
function leavesIn(condition: unknown): number {
  for (const group of ['all', 'any']) {
    const parts = at(condition, [group]);
    if (Array.isArray(parts))
      return parts.reduce((sum: number, part: unknown) => sum + leavesIn(part), 0);
  }
  const inner = at(condition, ['not']);
  return inner === undefined ? 1 : leavesIn(inner);
}
