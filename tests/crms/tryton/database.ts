import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../tools/plain/lock.mjs';
import { runStep } from '../../tools/say.ts';
import { hashOf } from '../../tools/stamp.ts';
import type { StartOptions } from '../crm.ts';
import { seedDeals } from '../seed.ts';
import { toTryton } from './records.ts';
import { ADMIN_PASSWORD, DATABASE, USERS } from './users.ts';

/** Debian's own Python: Tryton is installed for it, and for no other. */
export const PYTHON = '/usr/bin/python3';

/** Another Tryton makes another database. */
const VERSION = '/usr/lib/python3/dist-packages/trytond/__init__.py';

const here = import.meta.dirname;
const cache = join(here, '.cache');
const prepare = join(here, 'prepare.py');
const LANGUAGES = ['en', 'nl', 'de'];

/** A folder of its own for one run: the configuration and a fresh copy of the seeded database. */
export async function freshRun(
  port: number,
  today: string,
  options: StartOptions,
): Promise<{ folder: string; config: string }> {
  const seeded = await seededDatabase(today, options);
  return makeFolder(seeded, port);
}

/** The database with nothing but Tryton's own records takes longest to make, and is good for every day. */
async function seededDatabase(today: string, options: StartOptions): Promise<string> {
  const inputs = hashOf([VERSION], LANGUAGES.join(), ADMIN_PASSWORD);
  const base = join(cache, `base-${inputs}.sqlite`);
  const opportunities = toTryton(seedDeals(today));
  const wanted = JSON.stringify({ users: USERS, opportunities });
  const seeded = join(cache, `seeded-${hashOf([prepare], base, wanted)}.sqlite`);
  if (existsSync(seeded)) return seeded;
  await withLock(join(cache, 'database.lock'), async () => {
    if (!existsSync(base)) await initialise(base, options);
    if (!existsSync(seeded)) await seed(base, seeded, { users: USERS, opportunities }, options);
  });
  return seeded;
}

async function initialise(base: string, { say, signal }: StartOptions): Promise<void> {
  await inFolder(undefined, base, async ({ folder, config }) => {
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, ADMIN_PASSWORD);
    await runStep({
      title: "Making Tryton's database (once, about 25 seconds)",
      command: PYTHON,
      args: [
        '/usr/bin/trytond-admin',
        ...['-c', config, '-d', DATABASE, '-l', ...LANGUAGES],
        ...['-u', 'sale_opportunity', '--activate-dependencies'],
        ...['--email', 'admin@example.invalid'],
      ],
      env: { ...process.env, TRYTONPASSFILE: passwordFile },
      say,
      signal,
    });
  });
}

async function seed(
  base: string,
  seeded: string,
  wanted: object,
  { say, signal }: StartOptions,
): Promise<void> {
  await inFolder(base, seeded, async ({ folder, config }) => {
    const records = join(folder, 'records.json');
    await writeFile(records, JSON.stringify({ ...wanted, file: databaseIn(folder) }));
    await runStep({
      title: "Putting today's deals into Tryton (once a day)",
      command: PYTHON,
      args: [prepare, config, DATABASE, records],
      say,
      signal,
    });
    await forgetOld();
  });
}

/** Makes a database in a folder for the moment, and moves it into the cache when it is finished. */
async function inFolder(
  from: string | undefined,
  target: string,
  work: (run: { folder: string; config: string }) => Promise<void>,
): Promise<void> {
  const run = await makeFolder(from, 0);
  try {
    await work(run);
    await mkdir(cache, { recursive: true });
    await copyFile(databaseIn(run.folder), `${target}.part`);
    await rename(`${target}.part`, target); // in one step, so that nobody sees half of one
  } finally {
    await rm(run.folder, { recursive: true });
  }
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Databases of days gone by are of no use; a recent one may be in use by a test with its own date. */
async function forgetOld(): Promise<void> {
  const names = existsSync(cache) ? await readdir(cache) : [];
  for (const name of names.filter((entry) => entry.startsWith('seeded-'))) {
    const file = join(cache, name);
    if (Date.now() - (await stat(file)).mtimeMs > WEEK_MS) await rm(file);
  }
}

async function makeFolder(from: string | undefined, port: number) {
  const folder = await mkdtemp(join(tmpdir(), 'dealside-tryton-'));
  const config = join(folder, 'trytond.conf');
  await writeFile(config, configuration(folder, port));
  if (from) await copyFile(from, databaseIn(folder));
  else await writeFile(databaseIn(folder), '');
  return { folder, config };
}

const databaseIn = (folder: string): string => join(folder, `${DATABASE}.sqlite`);

function configuration(folder: string, port: number): string {
  return `[web]
listen = 127.0.0.1:${port}
root = /usr/share/tryton-sao/www
[database]
uri = sqlite://
path = ${folder}
language = en
[session]
# A day: nobody is to be logged out in the middle of a long test.
timeout = 86400
`;
}
