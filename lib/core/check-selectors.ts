import { placeOf, problem, type Problem } from './check-problem.ts';
import { selectorFault } from './overrides.ts';
import type { Playbook } from './playbook.ts';

/** What is plainly no CSS selector among the places that an admin gave for the CRMs' fields. */
export function checkSelectors(playbook: Playbook): Problem[] {
  return Object.entries(playbook.selectors ?? {}).flatMap(([crm, fields]) =>
    Object.entries(fields).flatMap(([field, places]) =>
      Object.entries(places).flatMap(([state, ranked]) =>
        ranked.flatMap((selector, rank) => {
          const fault = selectorFault(selector);
          if (fault === undefined) return [];
          const place = placeOf(playbook, ['selectors', crm, field, state, rank]);
          const what = `${crm} looks for "${field}" by "${selector}", which ${fault}: correct it.`;
          return [problem(place, 'shape', `is not in order: ${what}`)];
        }),
      ),
    ),
  );
}
