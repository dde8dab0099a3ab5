import { browser } from 'wxt/browser';
import { checkPlaybook } from '../core/check-playbook.ts';
import type { ActivePlaybook, Playbook } from '../core/playbook.ts';
import type { PlaybookFault, SaveResult } from '../messaging/protocol.ts';
import { defaultPack, packs } from '../playbooks/index.ts';
import { wonCycles } from '../storage/deals.ts';
import { keep } from '../storage/fault.ts';
import { readPlaybook, savePlaybook } from '../storage/playbooks.ts';
import type { Store } from '../storage/db.ts';
import { holidaysOf } from './holidays.ts';
import { lineOfPath, lineOfSyntaxError } from './json-line.ts';
import { learnNorms } from './norms.ts';

/** What a team works with until it publishes its own. */
const starter: Playbook = packs[defaultPack];

/** A playbook that can be used, or why it cannot. Both null: it could not be read. */
export interface Loaded<T> {
  readonly playbook: T | null;
  readonly playbookFault: PlaybookFault | null;
}

const broken = (rule: string, line: number, message: string): Loaded<never> => ({
  playbook: null,
  playbookFault: { rule, line, message },
});

/** Checks a playbook's JSON text. What is wrong comes with the rule and the line on which it stands. */
export function checkText(text: string): Loaded<Playbook> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    const line = lineOfSyntaxError(text) ?? 1;
    return broken('playbook', line, `Line ${line} is not valid JSON. Correct it there.`);
  }
  const checked = checkPlaybook(raw);
  if (checked.ok) return { playbook: checked.playbook, playbookFault: null };
  const [problem] = checked.problems;
  if (!problem) return broken('playbook', 1, 'The playbook is not valid.');
  return broken(problem.rule, lineOfPath(text, problem.path), problem.message);
}

/** The last text that was checked, since every deal that is opened asks for the same one. */
let last: { readonly text: string; readonly loaded: Loaded<Playbook> } | undefined;

function checkOnce(text: string): Loaded<Playbook> {
  if (last?.text !== text) last = { text, loaded: checkText(text) };
  return last.loaded;
}

/** Stands in storage.local once a playbook was published: then no other may take its place unseen. */
const PUBLISHED = 'playbookPublished';

const wasPublished = async (): Promise<boolean> =>
  (await browser.storage.local.get(PUBLISHED))[PUBLISHED] === true;

/**
 * The playbook that is in force: the published one, or the starter pack while none was. A published
 * one that cannot be read or is not valid is never replaced by the starter pack.
 */
async function inForce(store: Store): Promise<Loaded<Playbook>> {
  try {
    const row = await store.use(readPlaybook);
    return row ? checkOnce(row.text) : { playbook: starter, playbookFault: null };
  } catch (error) {
    console.warn('[dealside] the playbook could not be read', error);
    const published = await wasPublished();
    return { playbook: published ? null : starter, playbookFault: null };
  }
}

async function cyclesOf(store: Store, site: string): Promise<readonly number[]> {
  try {
    return await store.use((db) => wonCycles(db, site));
  } catch {
    // Without them the window is the default one; what failed is told with the deal's records.
    return [];
  }
}

/** The playbook in force, with what the site's own deals taught and with the country's holidays. */
export async function activePlaybook(store: Store, site: string): Promise<Loaded<ActivePlaybook>> {
  const { playbook, playbookFault } = await inForce(store);
  if (!playbook) return { playbook, playbookFault };
  const [cycles, holidays] = await Promise.all([
    cyclesOf(store, site),
    holidaysOf(playbook.country),
  ]);
  return { playbook: { ...playbook, norms: learnNorms(cycles), holidays }, playbookFault };
}

/** Publishes a playbook's text as it is. It must be valid: check it with checkText() first. */
export async function publishPlaybook(
  store: Store,
  text: string,
  day: string,
): Promise<SaveResult> {
  const { playbook } = checkText(text);
  if (!playbook) return { ok: false, fault: 'invalid' };
  const { version } = playbook;
  const result = await keep(store, (db) => savePlaybook(db, { text, version, day }));
  if (result.ok) await browser.storage.local.set({ [PUBLISHED]: true });
  return result;
}
