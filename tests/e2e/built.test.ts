import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
  scripting: /registerContentScripts/,
  storage: /storage\.(local|session)/,
};

describe.each(['chrome-mv3', 'firefox-mv3'] as const)('the built extension for production, %s', (build) => {
  const folder = builtExtension(build);
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => file.endsWith('.js'));
  const contentScripts = scripts.filter((file) => file.startsWith('content-scripts'));
  const manifest = JSON.parse(read('manifest.json')) as Manifest;

  test('asks for no host at its installation', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  test('asks for no permission that it does not use', () => {
    expect(manifest.permissions?.toSorted()).toEqual(Object.keys(USES).toSorted());
    expect(manifest.optional_permissions ?? []).toEqual([]);
    const background = read('background.js');
    for (const [permission, use] of Object.entries(USES)) {
      expect(background, permission).toMatch(use);
    }
  });

  test('has the database and the schemas in its background and not in its content scripts', () => {
    expect(contentScripts.length).toBeGreaterThanOrEqual(2);
    const background = read('background.js');
    for (const mark of [...DEXIE, ...ZOD]) {
      expect(background, mark).toContain(mark);
      for (const script of contentScripts) expect(read(script), `${mark} in ${script}`).not.toContain(mark);
    }
  });

  test('watches with at most 20 kB, and with nothing of React', () => {
    const watch = join('content-scripts', 'watch.js');
    expect(statSync(join(folder, watch)).size).toBeLessThanOrEqual(20_000);
    const react = 'react.transitional.element';
    expect(read(join('content-scripts', 'card.js'))).toContain(react);
    expect(read(watch)).not.toContain(react);
  });

  test('makes no code of text, and loads none from elsewhere', () => {
    for (const script of scripts) {
      const code = read(script);
      expect(code, script).not.toMatch(/\beval\(|new Function\(/);
      expect(code, script).not.toMatch(/import\(\s*["'`]https?:|importScripts\(/);
    }
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      expect(read(page), page).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
    for (const style of files.filter((file) => file.endsWith('.css'))) {
      expect(read(style), style).not.toMatch(/@import|url\(["']?(https?:)?\/\//);
    }
    expect(manifest.content_security_policy).toBeUndefined();
  });

  test('has no clock to set and no open door for tests', () => {
    expect(read('content-scripts/card.js')).not.toMatch(/mode:\s*["'`]open["'`]/);
    expect(read('background.js')).not.toMatch(/local\.get\(["'`]clock["'`]\)/);
  });
});

test('the demo build differs: loopback hosts, and a clock', () => {
  const folder = builtExtension('chrome-mv3-demo');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  expect(readFileSync(join(folder, 'background.js'), 'utf8')).toMatch(/local\.get\(["'`]clock["'`]\)/);
});
