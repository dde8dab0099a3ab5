import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from './world.ts';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly { readonly matches: readonly string[] }[];
  readonly externally_connectable?: unknown;
  readonly web_accessible_resources?: unknown;
  readonly content_security_policy?: unknown;
}

/** Words that every copy of a library has in it, however it is minified: names of properties and texts. */
const DEXIE = ['MissingAPIError', 'IDBKeyRange'];
const ZOD = ['_zod', 'invalid_type'];

/** What each permission is used by; a permission without a use is one too many. */
const USES: Readonly<Record<string, RegExp>> = {
  activeTab: /executeScript/,
  alarms: /alarms\.create/,
  scripting: /registerContentScripts/,
  storage: /storage\.(local|session)/,
};

/** The same for those that the user may be asked for later. */
const OPTIONAL_USES: Readonly<Record<string, RegExp>> = { cookies: /cookies\.getAll\(/ };

/** What the demo build alone has. */
const CLOCK = /local\.get\(["'`]clock["'`]\)/;
const OPEN_SHADOW = /\bmode:\s*["'`]open["'`]/;

/** A script's text, with that of every chunk that it loads. */
function withImports(folder: string, script: string, seen = new Set<string>()): string {
  if (seen.has(script)) return '';
  seen.add(script);
  const text = readFileSync(join(folder, script), 'utf8');
  const chunks = [...text.matchAll(/["'`]\.\/([\w./-]+\.js)["'`]/g)].map(([, path = '']) =>
    join(dirname(script), path),
  );
  return [text, ...chunks.map((chunk) => withImports(folder, chunk, seen))].join('\n');
}

describe.each(['chrome-mv3', 'firefox-mv3'] as const)(
  'the built extension for production, %s',
  (build) => {
    const folder = builtExtension(build);
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((file) => file.endsWith('.js'));
    const contentScripts = scripts.filter((file) => file.startsWith('content-scripts'));
    const manifest = JSON.parse(read('manifest.json')) as Manifest;
    const background = withImports(folder, 'background.js');

    test('asks for no host at its installation', () => {
      expect(manifest.manifest_version).toBe(3);
      expect(manifest.host_permissions ?? []).toEqual([]);
      expect(manifest.content_scripts ?? []).toEqual([]);
      expect(manifest.externally_connectable).toBeUndefined();
      expect(manifest.web_accessible_resources ?? []).toEqual([]);
    });

    test('asks for no permission that it does not use', () => {
      expect(manifest.permissions?.toSorted()).toEqual(Object.keys(USES).toSorted());
      expect(manifest.optional_permissions ?? []).toEqual(Object.keys(OPTIONAL_USES));
      for (const [permission, use] of Object.entries({ ...USES, ...OPTIONAL_USES })) {
        expect(use.test(background), permission).toBe(true);
      }
    });

    test('has the database and the schemas in its background and not in its content scripts', () => {
      expect(contentScripts.length).toBeGreaterThanOrEqual(2);
      for (const mark of [...DEXIE, ...ZOD]) {
        expect(background.includes(mark), mark).toBe(true);
        const holders = contentScripts.filter((script) => read(script).includes(mark));
        expect(holders, mark).toEqual([]);
      }
    });

    test('watches with at most 20 kB, and with nothing of React', () => {
      const watch = join('content-scripts', 'watch.js');
      expect(statSync(join(folder, watch)).size).toBeLessThanOrEqual(20_000);
      const react = 'react.transitional.element';
      expect(read(join('content-scripts', 'card.js')).includes(react)).toBe(true);
      expect(read(watch).includes(react)).toBe(false);
    });

    test('makes no code of text, and loads none from elsewhere', () => {
      const made = /\beval\(|new Function\(|import\(\s*["'`]https?:|importScripts\(/;
      expect(scripts.filter((script) => made.test(read(script)))).toEqual([]);
      for (const page of files.filter((file) => file.endsWith('.html'))) {
        expect(read(page), page).not.toMatch(/(src|href)="(https?:)?\/\//);
      }
      for (const style of files.filter((file) => file.endsWith('.css'))) {
        expect(read(style), style).not.toMatch(/@import|url\(["']?(https?:)?\/\//);
      }
      expect(manifest.content_security_policy).toBeUndefined();
    });

    test('has no clock to set and no open door for tests', () => {
      expect(OPEN_SHADOW.test(read('content-scripts/card.js'))).toBe(false);
      expect(OPEN_SHADOW.test(read('content-scripts/badges.js'))).toBe(false);
      expect(CLOCK.test(background)).toBe(false);
    });
  },
);

test('the demo build differs: loopback hosts, a clock, and a card that tests can look into', () => {
  const folder = builtExtension('chrome-mv3-demo');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  expect(CLOCK.test(withImports(folder, 'background.js'))).toBe(true);
  expect(OPEN_SHADOW.test(readFileSync(join(folder, 'content-scripts/card.js'), 'utf8'))).toBe(
    true,
  );
});
