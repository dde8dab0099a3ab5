import type { Definition } from '../core/custom-schema.ts';
import { textSchema, type Playbook, type Text } from '../core/playbook.ts';
import { defaultPack } from '../playbooks/index.ts';
import type { Store } from '../storage/db.ts';
import { readPlaybooks, type KeptPlaybook } from '../storage/playbooks.ts';
import { readOwn } from './custom-kept.ts';
import { asText, packFor } from './options-draft.ts';
import {
  playbookOf,
  type EarlierVersion,
  type InForce,
  type OptionsView,
} from './options-model.ts';
import { playbookInForce, type PlaybookInForce } from './playbook-store.ts';
import { checkText, parseOutside, type Loaded } from './playbook-text.ts';

/** What a team works with until it publishes its own. */
const starter = packFor(defaultPack, null);

/** What is stored of the playbook, with everything that can be told from it. */
export interface Kept {
  /** The oldest first. */
  readonly rows: readonly KeptPlaybook[];
  readonly inForce: InForce;
  /** The text of the playbook in force. */
  readonly text: string | null;
  /** The CRM sites that were made in this browser. */
  readonly own: readonly Definition[];
}

/** What is in force, as the options page tells it, and its text: the file that can be saved of it. */
function told(found: PlaybookInForce, newest?: KeptPlaybook): Pick<Kept, 'inForce' | 'text'> {
  const { source, playbook, playbookFault: fault, day, url, text } = found;
  if (!playbook) {
    const row = source === 'published' && newest?.text === text ? newest : undefined;
    const version = row?.version ?? (text === null ? null : versionIn(text));
    return { inForce: { kind: 'broken', source, version, fault }, text };
  }
  if (source === 'starter')
    return { inForce: { kind: 'starter', playbook: starter }, text: asText(starter) };
  const inForce: InForce =
    source === 'published'
      ? { kind: 'published', playbook, day: day ?? '' }
      : { kind: 'set', by: source, playbook, day, url };
  return { inForce, text: asText(playbook) };
}

/** Rejects when the database cannot be read. */
export async function readKept(store: Store): Promise<Kept> {
  const [rows, own, found] = await Promise.all([
    store.use(readPlaybooks),
    readOwn(store),
    playbookInForce(store),
  ]);
  return { rows, own, ...told(found, rows.at(-1)) };
}

/** One higher than every number that was given out here, so that a number stands for one set of rules. */
export const nextVersion = ({ rows, inForce }: Kept): number =>
  Math.max(starter.version, ...rows.map(({ version }) => version), versionOf(inForce)) + 1;

function versionOf(inForce: InForce): number {
  if ('playbook' in inForce) return inForce.playbook.version;
  return inForce.kind === 'broken' ? (inForce.version ?? 0) : 0;
}

/** What a text says of itself, be the rest of it as wrong as it may. */
function headOf(text: string): { readonly name?: unknown; readonly version?: unknown } {
  const parsed = parseOutside(text);
  return 'raw' in parsed && typeof parsed.raw === 'object' ? (parsed.raw ?? {}) : {};
}

const nameIn = (text: string): Text | null => textSchema.safeParse(headOf(text).name).data ?? null;

function versionIn(text: string): number | null {
  const { version } = headOf(text);
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : null;
}

/** The versions before the one in force. The first of them is the starter pack, which stands in no row. */
export function earlierOf({ rows, inForce, text }: Kept): readonly EarlierVersion[] {
  const newest =
    inForce.kind === 'broken' ? inForce.source === 'published' : inForce.kind !== 'set';
  const before = text !== null && newest ? rows.slice(0, -1) : rows;
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

/** The playbook in force as a file, with the CRM sites that were made in this browser put into it. */
export function fileOf({ inForce, text, own }: Kept): OptionsView['file'] {
  if (text === null) return null;
  const playbook = playbookOf(inForce);
  const name = `dealside-${playbook?.id ?? 'playbook'}-v${versionOf(inForce)}.json`;
  return { name, text: playbook ? asText(withSites(playbook, own)) : text };
}

/** A playbook's own sites stay as they are where one of ours has the same id: that is the one in force here too. */
function withSites(playbook: Playbook, own: readonly Definition[]): Playbook {
  const { sites = [] } = playbook;
  const more = own.filter(({ id }) => !sites.some((site) => site.id === id));
  if (more.length === 0) return playbook;
  return { ...playbook, sites: [...sites, ...(more as NonNullable<Playbook['sites']>)] };
}

/** A version's rules from the store. The starter pack stands for null. */
export function rulesOf({ rows }: Kept, seq: number | null): Loaded<Playbook> {
  if (seq === null) return { playbook: starter, playbookFault: null };
  const row = rows.find((each) => each.seq === seq);
  return checkText(row?.text ?? '');
}
