import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureInstalled } from '../../tools/plain/dependencies.mjs';
import { withLock } from '../../tools/plain/lock.mjs';
import { listen } from '../../tools/port.ts';
import { runStep, type Say } from '../../tools/say.ts';
import { hashOf, isFresh, writeStamp } from '../../tools/stamp.ts';

const here = import.meta.dirname;
const cache = join(here, '.cache');
const dist = join(cache, 'dist');

/** Nothing of the page may ask anything of another machine. */
const POLICY = "default-src 'self' 'unsafe-inline' data:";

/** Which shadow the page's components have: Lightning's polyfill, or the browser's own. */
export type Shadow = 'synthetic' | 'native';

export interface RunningLightning {
  /** The page of a deal, in one of the two kinds of shadow. */
  readonly deal: (id: string, shadow: Shadow) => string;
  readonly stop: () => Promise<void>;
}

/** Builds the record page from Lightning's own base components where that is not done, and serves it on 127.0.0.1. */
export async function startLightning({ say }: { readonly say: Say }): Promise<RunningLightning> {
  await buildPages(say);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const script = /^\/(synthetic|native)\.js$/.exec(pathname)?.[1];
    const isPage = pathname.startsWith('/lightning/r/');
    if (script === undefined && !isPage) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('cache-control', 'no-store');
    if (script === undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageFor(searchParams.get('shadow') === 'native' ? 'native' : 'synthetic'));
      return;
    }
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    void readFile(join(dist, `${script}.js`)).then((text) => response.end(text));
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  return {
    deal: (id, shadow) => `${origin}/lightning/r/Opportunity/${id}/view?shadow=${shadow}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const pageFor = (shadow: Shadow): string =>
  `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Lightning Experience</title></head><body><script src="/${shadow}.js"></script></body></html>`;

async function buildPages(say: Say): Promise<void> {
  const inputs = [
    'package-lock.json',
    'rollup.config.js',
    ...globSync('app/**/*.*', { cwd: here }),
  ];
  const hash = hashOf(inputs.sort().map((file) => join(here, file)));
  const stamp = join(cache, 'built');
  if (isFresh(stamp, hash)) return;
  await ensureInstalled(
    here,
    'Installing Lightning’s base components (npm ci, once, under a minute)',
    {
      say,
    },
  );
  await withLock(join(cache, 'build.lock'), async () => {
    if (isFresh(stamp, hash)) return;
    await runStep({
      title: 'Building a record page of Lightning’s base components (once)',
      command: process.execPath,
      args: [join('node_modules', 'rollup', 'dist', 'bin', 'rollup'), '-c', 'rollup.config.js'],
      cwd: here,
      say,
    });
    writeStamp(stamp, hash);
  });
}

const MANIFEST = {
  manifest_version: 3,
  name: 'Dealside’s Salesforce adapter alone',
  version: '1.0',
  host_permissions: ['http://127.0.0.1/*'],
  content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['probe.js'], run_at: 'document_idle' }],
  browser_specific_settings: { gecko: { id: 'lightning-probe@dealside.invalid' } },
};

/** Builds the extension that runs the adapter in the page's isolated world, and gives its folder. */
export async function buildProbe(): Promise<string> {
  const folder = join(cache, 'extension');
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      lib: {
        entry: join(here, 'probe.ts'),
        formats: ['iife'],
        name: 'probe',
        fileName: () => 'probe.js',
      },
    },
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  return folder;
}
