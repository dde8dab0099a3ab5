import type { Gate, Playbook } from '../core/playbook.ts';
import { packs, type PackId } from '../playbooks/index.ts';

/** The parts of a playbook beside its gates. */
export const PARTS = [
  'signals',
  'prompts',
  'answers',
  'window',
  'answerAge',
  'stages',
  'country',
  'currencies',
  'selectors',
] as const;
export type Part = (typeof PARTS)[number];

/** What one playbook changes of another. */
export interface Differences {
  readonly added: readonly Gate[];
  readonly gone: readonly Gate[];
  readonly changed: readonly Gate[];
  readonly parts: readonly Part[];
}

/** The same text for the same value, in whatever order its properties stand. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** What would change if `after` took the place of `before`. */
export function differences(before: Playbook, after: Playbook): Differences {
  const old = new Map(before.gates.map((gate) => [gate.id, gate]));
  const kept = new Set(after.gates.map(({ id }) => id));
  return {
    added: after.gates.filter(({ id }) => !old.has(id)),
    gone: before.gates.filter(({ id }) => !kept.has(id)),
    changed: after.gates.filter((gate) => old.has(gate.id) && !same(old.get(gate.id), gate)),
    parts: PARTS.filter((part) => !same(before[part], after[part])),
  };
}

/** True when nothing but the number, and where its schema is found, tells them apart. */
export const sameContents = (a: Playbook, b: Playbook): boolean =>
  same({ ...a, version: 0, $schema: '' }, { ...b, version: 0, $schema: '' });

/** A starter pack for a team: the team's country, currencies, stages and selectors are not the pack's to change. */
export function packFor(id: PackId, team: Playbook | null): Playbook {
  const pack: Playbook = { ...packs[id] };
  // The path to the schema holds in our own sources alone.
  delete pack.$schema;
  if (!team) return pack;
  const { country, currencies, stages, selectors } = team;
  const places = selectors === undefined ? {} : { selectors };
  return { ...pack, country, currencies, stages, ...places };
}

/** True when these are the pack's own rules, wherever the team works. */
export const isPack = (playbook: Playbook, id: PackId): boolean =>
  sameContents(playbook, packFor(id, playbook));

/** A playbook as the text of its file. */
export const asText = (playbook: Playbook): string => `${JSON.stringify(playbook, null, 2)}\n`;

/** Currency codes as people list them ("eur, USD"), each once; and what is no code. */
export function readCurrencies(text: string): {
  readonly codes: readonly string[];
  readonly wrong: readonly string[];
} {
  const listed = new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((word) => word !== ''),
  );
  const known = new Set(Intl.supportedValuesOf('currency'));
  const words = [...listed];
  return {
    codes: words.filter((word) => known.has(word)),
    wrong: words.filter((word) => !known.has(word)),
  };
}
