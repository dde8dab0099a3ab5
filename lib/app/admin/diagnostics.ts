import { browser } from 'wxt/browser';
import { FIELD_NAMES } from '../../core/fields.ts';
import { crmMetas } from '../../crm/metas.ts';
import { siteNamed } from '../../messaging/deal-key.ts';
import type { DealsideDb, Store } from '../../storage/db.ts';
import { faultOf } from '../../storage/fault.ts';
import { readAllHealth, type SiteHealth } from '../../storage/health.ts';
import { KINDS } from '../../storage/kinds.ts';
import { readSent, SENT_KINDS } from '../../storage/sent.ts';
import { summarise, type Summary } from '../../storage/summary.ts';
import { grantedHosts } from '../hosts.ts';
import { chosenLanguage } from '../language.ts';
import { readFeed } from '../playbook-feed-kept.ts';
import { playbookInForce } from '../playbook-store.ts';
import { POLICY_KEYS } from '../policy.ts';
import { readRetention } from '../retention.ts';

/**
 * What helps whoever is asked for help, as plain lines in English: versions, counts and states. No host, no name, no deal and no
 * text of anybody's stands in it: a CRM that is not among those that Dealside brings is "own", and what is counted is counted alone.
 */

type Lines = readonly (readonly [name: string, value: unknown])[];

const isKnown = (crm: string): boolean => crmMetas.some(({ id }) => id === crm);
/** An admin's own CRM has an id that was made of its name. */
const kindOf = (crm: string): string => (isKnown(crm) ? crm : 'own');

const counted = (values: readonly string[]): string => {
  const groups = [...Map.groupBy(values, (value) => value)].toSorted();
  return groups.map(([value, all]) => `${value} ${all.length}`).join(', ') || 'none';
};

const listed = (values: readonly string[] | undefined): string =>
  (values ?? []).toSorted().join(', ') || 'none';

/** A part that cannot be read costs itself alone, and says by a word of ours why. */
async function part(name: string, read: () => Promise<Lines>): Promise<string> {
  let lines: Lines;
  try {
    lines = await read();
  } catch (error) {
    lines = [['unreadable', faultOf(error)]];
  }
  return [`[${name}]`, ...lines.map(([of, value]) => `${of}: ${String(value)}`)].join('\n');
}

async function program(): Promise<Lines> {
  const { version, manifest_version: manifest } = browser.runtime.getManifest();
  const { os, arch } = await browser.runtime.getPlatformInfo();
  return [
    ['version', version],
    ['build', `${import.meta.env.BROWSER} ${import.meta.env.MODE}, manifest ${manifest}`],
    ['browser', navigator.userAgent],
    ['platform', `${os} ${arch}`],
    ['language', `${browser.i18n.getUILanguage()}, chosen ${(await chosenLanguage()) ?? 'none'}`],
  ];
}

async function permissions(summary: () => Promise<Summary>): Promise<Lines> {
  const { permissions: own, optional_permissions: more } = browser.runtime.getManifest();
  const { permissions: held } = await browser.permissions.getAll();
  // What the manifest names, and no host: those stand among the permissions of older manifests.
  const names = new Set<string>([...(own ?? []), ...(more ?? [])]);
  const { sites } = await summary().catch(() => ({ sites: [] }));
  const hosts = (await grantedHosts()).map((pattern) => crmOf(pattern, sites));
  return [
    ['manifest', listed(own)],
    ['optional', listed(more)],
    ['granted', listed((held ?? []).filter((name) => names.has(name)))],
    ['hosts', counted(hosts)],
  ];
}

/** Which CRM a granted host belongs to: by the CRM's own hosts, or by the deals that were read there. */
function crmOf(pattern: string, sites: Summary['sites']): string {
  const host = pattern.split('://')[1]?.replace(/\/\*$/, '') ?? '';
  const fits = (own: string): boolean => {
    const name = own.split('://')[1]?.replace(/\/\*$/, '') ?? '';
    return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name;
  };
  const meta = crmMetas.find(({ hosts }) => hosts.some(fits));
  if (meta) return meta.id;
  const seen = sites.find(({ site }) => URL.canParse(site) && new URL(site).hostname === host);
  return seen?.crms[0] === undefined ? 'unknown' : kindOf(seen.crms[0]);
}

async function playbook(store: Store): Promise<Lines> {
  const { source, playbook: rules, playbookFault: fault } = await playbookInForce(store);
  const from: Lines[number] = ['source', source];
  if (!rules) return [from, ['usable', fault ? 'no, it is not valid' : 'no, it cannot be read']];
  const { id, version, gates, signals } = rules;
  return [
    from,
    ['id', id],
    ['version', version],
    ['gates', gates.length],
    ['signals on', signals.filter(({ on }) => on).length],
  ];
}

async function kept(store: Store, summary: () => Promise<Summary>): Promise<Lines> {
  const version = await store.use((db) => Promise.resolve(db.verno));
  const { kinds, sites } = await summary();
  const crms = sites.flatMap(({ crms: of }) => of.map(kindOf));
  return [
    ['database version', version],
    ...KINDS.map((kind) => [kind, `${kinds[kind].count}, ${kinds[kind].bytes} bytes`] as const),
    ['sites', counted(crms)],
    ['retention', (await readRetention(store)) ?? 'for ever'],
  ];
}

function healthOf(rows: readonly SiteHealth[]): Lines {
  const runs = rows.flatMap(({ crm, runs: all }) => all.map((run) => ({ crm: kindOf(crm), run })));
  return [
    ['checked', counted(rows.map(({ crm }) => kindOf(crm)))],
    ...FIELD_NAMES.flatMap((field) =>
      runs
        .filter(({ run }) => run.field === field)
        .map(({ crm, run }) => {
          const { state, result, deals } = run;
          return [`${crm} ${field}`, `${state} ${result}, ${deals.length} deals in a row`] as const;
        }),
    ),
  ];
}

async function sentBy(db: DealsideDb): Promise<Lines> {
  const rows = await readSent(db);
  const of = (kind: string): number =>
    rows.reduce((sum, row) => sum + (row.kind === kind ? row.count : 0), 0);
  return SENT_KINDS.map((kind) => [kind, of(kind)]);
}

async function alarms(): Promise<Lines> {
  const all = await browser.alarms.getAll();
  return all.map(({ name, periodInMinutes, scheduledTime }) => [
    name,
    `every ${periodInMinutes ?? 0} minutes, next ${new Date(scheduledTime).toISOString()}`,
  ]);
}

async function policy(): Promise<Lines> {
  const set = await browser.storage.managed.get(null).catch(() => ({}));
  return [['keys that are set', listed(POLICY_KEYS.filter((key) => key in set))]];
}

async function feed(store: Store): Promise<Lines> {
  const { feed: own, state } = await store.use(readFeed);
  return [
    ['set by hand', own === null ? 'no' : 'yes'],
    ['tried', state.triedAt ?? 'never'],
    ['last result', state.refusal?.kind ?? (state.good ? 'taken' : 'none')],
  ];
}

/** Everything, as one text to be copied. Never rejects. */
export async function diagnose(store: Store): Promise<string> {
  let reading: Promise<Summary> | undefined;
  const summary = (): Promise<Summary> => (reading ??= store.use((db) => summarise(db, siteNamed)));
  const parts = [
    await part('dealside', program),
    await part('permissions', () => permissions(summary)),
    await part('playbook', () => playbook(store)),
    await part('kept', () => kept(store, summary)),
    await part('health', async () => healthOf(await store.use(readAllHealth))),
    await part('sent', () => store.use(sentBy)),
    await part('alarms', alarms),
    await part('policy', policy),
    await part('playbook by URL', () => feed(store)),
  ];
  return `${parts.join('\n\n')}\n`;
}
