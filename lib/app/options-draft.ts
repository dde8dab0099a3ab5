import type { Playbook } from '../core/playbook.ts';
import { sameValue } from '../core/trial/diff.ts';
import { packs, type PackId } from '../playbooks/index.ts';

/** True when nothing but the number, and where its schema is found, tells them apart. */
export const sameContents = (a: Playbook, b: Playbook): boolean =>
  sameValue({ ...a, version: 0, $schema: '' }, { ...b, version: 0, $schema: '' });

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
