import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unknownFields, type DealRef, type Fields, type Reading } from '../lib/core/deal.ts';
import type { PageRef, PageState } from '../lib/crm/adapter.ts';

/**
 * The pages that the CRM tests read: hand-written fixtures, and captures of real pages where there are
 * any. They are put into the test's own document, since what people type is in properties alone.
 */

const root = join(import.meta.dirname, '..');
const captures = join(root, '../shared/captures');

/** The first line of a fixture, as a comment. */
interface Header {
  readonly url: string;
  /** Why there is such a page. */
  readonly why?: string;
  /** What the API gave for this deal: the fields that it did. */
  readonly saved?: { readonly fields: Partial<Fields>; readonly custom: Reading['custom'] };
  /** The page's session storage. */
  readonly session?: Readonly<Record<string, unknown>>;
}

/** The file beside a fixture: what it must read as. Fields that are left out are not offered by the CRM. */
export interface Expected {
  readonly page: PageRef | null;
  readonly reading: {
    readonly state: PageState;
    readonly fields: Partial<Fields>;
    readonly custom?: Reading['custom'];
  } | null;
  /** What the rows of a list or the cards of a board say, from top to bottom: needed where the adapter reads them. */
  readonly rows?: readonly {
    readonly id?: string;
    readonly name?: string;
    readonly fields: Partial<Fields>;
  }[];
}

/** The pages that every CRM must have a fixture of. */
export const KINDS = [
  'read',
  'edit',
  'typed',
  'inline',
  'list',
  'board',
  'language',
  'permission',
] as const;

/** `fixtures/kinds.json`: which fixture stands for each kind, or why the CRM has no such page. */
export type Kinds = Readonly<
  Partial<Record<(typeof KINDS)[number], string | { readonly none: string }>>
>;

/** Undefined where the file is missing. */
export function kindsOf(crm: string): Kinds | undefined {
  const path = join(root, 'lib/crm', crm, 'fixtures/kinds.json');
  return existsSync(path) ? (readJson(path) as Kinds) : undefined;
}

export interface Fixture extends Header {
  readonly crm: string;
  /** `<version>/<page>`. */
  readonly name: string;
  readonly html: string;
  /** Undefined where the file is missing: that is a fault, and never written by itself. */
  readonly expected: Expected | undefined;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** All fixtures of one CRM's folder. */
export function fixturesOf(crm: string): Fixture[] {
  const folder = join(root, 'lib/crm', crm, 'fixtures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.html'.length);
      const html = readFileSync(join(folder, file), 'utf8');
      const header = /^<!-- (\{.*\}) -->\n/.exec(html)?.[1];
      if (header === undefined) throw new Error(`${crm}/${file} has no header with its URL`);
      const baseline = join(folder, `${name}.json`);
      const expected = existsSync(baseline) ? (readJson(baseline) as Expected) : undefined;
      return { ...(JSON.parse(header) as Header), crm, name, html, expected };
    });
}

/** The saved deal that a fixture names, as the API gives it. */
export function savedOf({ saved }: Header, ref: DealRef): Reading | undefined {
  if (!saved) return undefined;
  const fields = { ...unknownFields('not-on-page'), ...saved.fields };
  return { ref, url: 'https://example.com/', fields, custom: saved.custom };
}

/** A captured page, as it was stored: what was typed stands in attributes. */
export const captureOf = (path: string): string => readFileSync(join(captures, path), 'utf8');
export const hasCaptures = existsSync(captures);

/** The CRMs' folders: those with a `meta.ts`. `custom` makes adapters from an admin's data, and is no CRM itself. */
export const crmFolders = globSync('*/meta.ts', { cwd: join(root, 'lib/crm') })
  .map((path) => dirname(path))
  .sort();

/** Puts a page into the test's document: its address, its storage, and what is typed in it. */
export function showPage(
  html: string,
  url: string,
  session: Readonly<Record<string, unknown>> = {},
): void {
  const { jsdom } = globalThis as unknown as { jsdom: { reconfigure(to: { url: string }): void } };
  jsdom.reconfigure({ url });
  sessionStorage.clear();
  for (const [key, value] of Object.entries(session)) {
    sessionStorage.setItem(key, JSON.stringify(value));
  }
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.replaceWith(document.importNode(parsed.documentElement, true));
  for (const input of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    '[data-typed]',
  )) {
    input.value = input.dataset.typed ?? '';
  }
}
