import { jsonExcess, type JsonExcess } from '../../core/json-bounds.ts';
import type { Playbook } from '../../core/playbook.ts';
import { dealKey } from '../../messaging/deal-key.ts';
import type { StorageFault } from '../../messaging/protocol.ts';
import { checkDataFile, type FileProblem, type FileTables } from '../../storage/data-file.ts';
import type { Store } from '../../storage/db.ts';
import { faultOf } from '../../storage/fault.ts';
import { mergeFile, type MergeReport } from '../../storage/import.ts';
import { lineAt, lineOfSyntaxError } from '../json-line.ts';
import { checkText } from '../playbook-text.ts';

/** A file of ours that comes near this holds tens of thousands of deals. */
const LARGEST = 150_000_000;
const LIMITS = { characters: LARGEST, depth: 40, values: 60_000_000 };
/** A text is looked over for the line that is no JSON only where that takes no time. */
const SMALL = 20_000_000;

/** A playbook that came with a file: nothing is done with it unless it is asked for. */
export interface FilePlaybook {
  readonly text: string;
  readonly playbook: Playbook;
}

/** What a file turned out to be. */
export type FileFound =
  | {
      readonly kind: 'good';
      /** When it was written, as an instant; "" where it does not say. */
      readonly made: string;
      readonly tables: FileTables;
      /** What taking it would do. */
      readonly report: MergeReport;
      /** The newest of its playbooks that can be used. */
      readonly playbook: FilePlaybook | null;
    }
  /** A row is not as it should be. */
  | { readonly kind: 'broken'; readonly problem: FileProblem }
  | { readonly kind: 'no-json'; readonly line: number | null }
  | { readonly kind: 'excess'; readonly what: JsonExcess['what']; readonly line: number }
  /** No file of ours; of a later Dealside; too large to be one; or the browser cannot read it. */
  | { readonly kind: 'stranger' | 'later' | 'large' | 'unreadable' }
  | { readonly kind: 'fault'; readonly fault: StorageFault };

export type FileTaken =
  | { readonly ok: true; readonly report: MergeReport }
  | { readonly ok: false; readonly fault: StorageFault };

/** Reads a file, checks every row of it, and says what taking it would do. Never rejects. */
export async function lookInto(store: Store, file: Blob): Promise<FileFound> {
  if (file.size > LARGEST) return { kind: 'large' };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: 'unreadable' };
  }
  const found = checked(text);
  if (found.kind !== 'good') return found;
  try {
    const { made, tables } = found;
    const report = await store.use((db) => mergeFile(db, tables, true));
    return { kind: 'good', made, tables, report, playbook: playbookIn(tables) };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error) };
  }
}

type Parsed =
  | { readonly kind: 'good'; readonly made: string; readonly tables: FileTables }
  | Exclude<FileFound, { readonly kind: 'good' }>;

function checked(text: string): Parsed {
  const excess = jsonExcess(text, LIMITS);
  if (excess) return { kind: 'excess', what: excess.what, line: lineAt(text, excess.offset) };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    const line = text.length > SMALL ? undefined : lineOfSyntaxError(text);
    return { kind: 'no-json', line: line ?? null };
  }
  const file = checkDataFile(raw, dealKey);
  if (file.ok) return { kind: 'good', made: file.made, tables: file.tables };
  const { problem } = file;
  return typeof problem === 'string' ? { kind: problem } : { kind: 'broken', problem };
}

function playbookIn({ playbooks }: FileTables): FilePlaybook | null {
  for (const { text } of playbooks.toReversed()) {
    const { playbook } = checkText(text);
    if (playbook) return { text, playbook };
  }
  return null;
}

/** Takes the file's rows in one transaction. Never rejects. */
export async function takeFile(
  store: Store,
  { tables }: Extract<FileFound, { kind: 'good' }>,
): Promise<FileTaken> {
  try {
    return { ok: true, report: await store.use((db) => mergeFile(db, tables, false)) };
  } catch (error) {
    console.warn('[dealside] the file was not taken', error);
    return { ok: false, fault: faultOf(error) };
  }
}
