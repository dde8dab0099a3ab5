import { textSchema, type Playbook, type Text } from '../core/playbook.ts';
import { defaultPack } from '../playbooks/index.ts';
import type { Store } from '../storage/db.ts';
import { readPlaybook, readPlaybooks, type KeptPlaybook } from '../storage/playbooks.ts';
import { asText, packFor } from './options-draft.ts';
import {
  playbookOf,
  type EarlierVersion,
  type InForce,
  type OptionsView,
} from './options-model.ts';
import { checkText, type Loaded } from './playbook-store.ts';

/** What a team works with until it publishes its own. */
const starter = packFor(defaultPack, null);

/** What is stored of the playbook, with everything that can be told from it. */
export interface Kept {
  /** The oldest first. */
  readonly rows: readonly KeptPlaybook[];
  readonly inForce: InForce;
  /** The text of the playbook in force. */
  readonly text: string | null;
}

export async function readKept(store: Store): Promise<Kept> {
  const rows = await store.use(readPlaybooks);
  try {
    const active = await store.use(readPlaybook);
    if (!active)
      return { rows, inForce: { kind: 'starter', playbook: starter }, text: asText(starter) };
    const { text, version, day } = active;
    const { playbook, playbookFault: fault } = checkText(text);
    if (!playbook) return { rows, inForce: { kind: 'broken', version, fault }, text };
    return { rows, inForce: { kind: 'published', playbook, day }, text: asText(playbook) };
  } catch (error) {
    console.warn('[dealside] the playbook in force could not be read', error);
    return { rows, inForce: { kind: 'broken', version: null, fault: null }, text: null };
  }
}

/** One higher than every number that was given out here, so that a number stands for one set of rules. */
export const nextVersion = ({ rows, inForce }: Kept): number =>
  Math.max(starter.version, ...rows.map(({ version }) => version), versionOf(inForce)) + 1;

function versionOf(inForce: InForce): number {
  if ('playbook' in inForce) return inForce.playbook.version;
  return inForce.kind === 'broken' ? (inForce.version ?? 0) : 0;
}

function nameIn(text: string): Text | null {
  try {
    const raw = JSON.parse(text) as { readonly name?: unknown } | null;
    return textSchema.safeParse(raw?.name).data ?? null;
  } catch {
    return null;
  }
}

/** The versions before the one in force. The first of them is the starter pack, which stands in no row. */
export function earlierOf({ rows, text }: Kept): readonly EarlierVersion[] {
  const before = text === null ? rows : rows.slice(0, -1);
  const published = before.map(({ seq, version, day, text: kept }) => ({
    seq,
    version,
    day,
    name: nameIn(kept),
  }));
  const [first] = rows;
  const wasStarter = first !== undefined && first.version > starter.version;
  const unpublished = { seq: null, version: starter.version, day: null, name: starter.name };
  return [...(wasStarter ? [unpublished] : []), ...published].toReversed();
}

/** The playbook in force as a file. */
export function fileOf({ inForce, text }: Kept): OptionsView['file'] {
  if (text === null) return null;
  const id = playbookOf(inForce)?.id ?? 'playbook';
  return { name: `dealside-${id}-v${versionOf(inForce)}.json`, text };
}

/** A version's rules from the store. The starter pack stands for null. */
export function rulesOf({ rows }: Kept, seq: number | null): Loaded<Playbook> {
  if (seq === null) return { playbook: starter, playbookFault: null };
  const row = rows.find((each) => each.seq === seq);
  return checkText(row?.text ?? '');
}
