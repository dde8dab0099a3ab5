import type { Gate, Playbook } from '../../../../lib/core/playbook.ts';
import type { Says } from '../../../options/say.ts';

const LONGEST = 64;
/** A rule is looked at again half a year after it was written. */
const REVIEW_DAYS = 182;

/**
 * An id for a gate that a person can read: "Security review booked" becomes "security-review-booked". What the deals'
 * history says of a gate, it says by its id: so it is none that is `taken`, and never changes with the name.
 */
export function gateId(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  // A little is left free for the number that tells it from another.
  const plain = words.slice(0, LONGEST - 8).replace(/-+$/, '') || 'gate';
  const used = new Set(taken.map((id) => id.toLowerCase()));
  // Every object of the language has some names already, such as "constructor": a gate takes none of them.
  const isFree = (id: string): boolean => !used.has(id) && !(id in {});
  if (isFree(plain)) return plain;
  let number = 2;
  while (!isFree(`${plain}-${number}`)) number += 1;
  return `${plain}-${number}`;
}

/** A gate that says nothing yet but its name, required in commit and advised before. */
export function newGate(name: string, id: string, draft: Playbook): Gate {
  return {
    id,
    name: { en: name },
    why: { en: '' },
    question: { en: '' },
    owner: draft.gates.at(-1)?.owner ?? '',
    reviewBy: Temporal.Now.plainDateISO().add({ days: REVIEW_DAYS }).toString(),
    need: { forecast: 'advised', commit: 'required' },
    test: { all: [] },
  };
}

/** The same gate under another id, with a name that says so in each language. */
export function copyOf(gate: Gate, id: string, says: Says): Gate {
  const { en, nl } = gate.name;
  const name = {
    en: says.en.t('edit_copy_of', [en]),
    ...(nl === undefined ? {} : { nl: says.nl.t('edit_copy_of', [nl]) }),
  };
  return { ...gate, id, name };
}
