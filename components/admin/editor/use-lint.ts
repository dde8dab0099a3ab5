import { useDeferredValue, useMemo, useState } from 'react';
import { NOTHING_KNOWN, type KnownDeals } from '../../../lib/app/admin/known.ts';
import type { LintFinding, LintWorld } from '../../../lib/core/lint/finding.ts';
import { lintPlaybook } from '../../../lib/core/lint/lint.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Desk } from '../../options/desk.ts';
import { useLook } from '../../options/use-look.ts';

/** What the deals that are kept here tell; nothing until that is read. */
export const useKnown = ({ actions, view }: Desk): KnownDeals =>
  useLook(actions.known, view).found ?? NOTHING_KNOWN;

/** What CRMs are called, by their ids. */
type Labels = Desk['view']['labels'];

/** From so many deals on, the values that they have tell what is usual; a first deal or two tell of themselves alone. */
const TELLING = 5;

/** What a draft is held against. A CRM on several sites counts as one. */
function worldOf({ deals, crms, ranges }: KnownDeals, labels: Labels): LintWorld {
  const ids = [...new Set(crms.map(({ crm }) => crm))];
  return {
    today: Temporal.Now.plainDateISO().toString(),
    ranges: deals < TELLING ? {} : ranges,
    crms: ids.map((crm) => {
      const same = crms.filter((each) => each.crm === crm);
      return {
        crm,
        name: labels[crm] ?? crm,
        readable: [...new Set(same.flatMap(({ readable }) => readable))],
        custom: [...new Set(same.flatMap(({ custom }) => custom))],
      };
    }),
  };
}

/** What is to be said about the draft at this moment. */
export const lintNow = (
  draft: Playbook,
  known: KnownDeals,
  labels: Labels,
): readonly LintFinding[] => lintPlaybook(draft, worldOf(known, labels));

/** What is to be said about the draft. It follows what is typed when there is time for it, and never holds it up. */
export function useLint(
  draft: Playbook,
  known: KnownDeals,
  labels: Labels,
): readonly LintFinding[] {
  const late = useDeferredValue(draft);
  const found = useMemo(() => lintNow(late, known, labels), [late, known, labels]);
  // Most keys change nothing of it: the same list again leaves what shows it as it is.
  const [told, setTold] = useState(found);
  if (told === found || JSON.stringify(told) === JSON.stringify(found)) return told;
  setTold(found);
  return found;
}
