import type { Playbook } from '../core/playbook.ts';
import { takeDrafts } from '../core/suggested.ts';
import { crmMetas } from '../crm/metas.ts';
import type { Store } from '../storage/db.ts';
import { faultOf } from '../storage/fault.ts';
import { createStore } from '../storage/store.ts';
import { createDraft } from './admin/draft.ts';
import { createAbout } from './admin/about.ts';
import { createData } from './admin/data.ts';
import { createKnown } from './admin/known.ts';
import { createLeft } from './admin/left.ts';
import { createRoles, readWho } from './admin/roles.ts';
import { createTrial } from './admin/trial.ts';
import { createUse } from './admin/use.ts';
import { createVersions } from './admin/versions.ts';
import { createCustom } from './options-custom.ts';
import { forget, readHealth, withPlaces } from './options-health.ts';
import { earlierOf, fileOf, nextVersion, readKept, rulesOf, type Kept } from './options-kept.ts';
import { playbookOf, type OptionsActions, type OptionsView } from './options-model.ts';
import { made, publishNext, publishPack, type Make } from './options-publish.ts';
import { readSites, stopSite } from './options-sites.ts';
import { readSuggested } from './options-suggested.ts';
import { createFeed } from './playbook-feed-page.ts';
import { checkText } from './playbook-store.ts';
import { lockedBy, readPolicy } from './policy.ts';
import { createPolicyPage } from './policy-page.ts';
import type { Rollout } from './rollout-days.ts';
import { readSalesforce, turnApi } from './salesforce-setting.ts';

/** What reads which countries' public holidays are known. The file is large: it is read once, and only when asked for. */
function createCountries(): OptionsActions['countries'] {
  let read: readonly string[] = [];
  return async () => {
    if (read.length > 0) return read;
    try {
      const response = await fetch('/holidays.json');
      read = Object.keys((await response.json()) as object);
    } catch {
      console.warn('[dealside] the list of holidays could not be read');
    }
    return read;
  };
}

/** Everything that the page shows, read anew. */
async function look(store: Store): Promise<OptionsView> {
  const crms = crmMetas.map(({ label }) => label).toSorted();
  let kept: Kept;
  try {
    kept = await readKept(store);
  } catch (error) {
    const inForce = { kind: 'unreadable', fault: faultOf(error) } as const;
    kept = { rows: [], own: [], inForce, text: null };
  }
  const sites = await readSites().catch(() => []);
  const health = await readHealth(store);
  const salesforce = await readSalesforce(sites).catch(() => []);
  const policy = await readPolicy();
  const who = await readWho(store, policy);
  const { inForce } = kept;
  const earlier = earlierOf(kept);
  const labels = Object.fromEntries(crmMetas.map(({ id, label }) => [id, label]));
  const [next, file] = [nextVersion(kept), fileOf(kept)];
  const beside = { sites, crms, labels, salesforce, health };
  return { inForce, earlier, next, file, policy, who, ...beside };
}

/** A file's own number stays where it is higher than all before: colleagues then speak of the same version. */
function fromFile(text: string, next: number): ReturnType<Make> {
  const checked = checkText(text);
  const { playbook } = checked;
  if (!playbook) return checked;
  return playbook.version >= next ? { ...checked, text } : made({ ...playbook, version: next });
}

/** The playbook in force with something changed in it. */
function changed({ inForce }: Kept, version: number, change: (playbook: Playbook) => Playbook) {
  const playbook = playbookOf(inForce);
  if (playbook) return made({ ...change(playbook), version });
  return { playbook, playbookFault: inForce.kind === 'broken' ? inForce.fault : null };
}

function withRollout(playbook: Playbook, rollout: Rollout | null): Playbook {
  const next = { ...playbook };
  delete next.rollout;
  return rollout ? { ...next, rollout } : next;
}

/** What the options page stands on: the store, the browser and the tabs. */
export function createOptions(store: Store = createStore()): OptionsActions {
  const known = createKnown(store);
  const draft = createDraft(store);
  return {
    look: () => {
      known.forget();
      return look(store);
    },
    known: known.read,
    countries: createCountries(),
    check: checkText,
    publish: (text) => publishNext(store, (_, next) => fromFile(text, next)),
    publishPack: (id) => publishPack(store, id),
    publishPlaces: async (crm, field, places) => {
      if (lockedBy(await readPolicy(), 'sites')) return { ok: false, fault: 'locked' };
      return await publishNext(store, (kept, version) =>
        changed(kept, version, (playbook) => withPlaces(playbook, crm, field, places)),
      );
    },
    publishRollout: (rollout, note) =>
      publishNext(
        store,
        (kept, version) => changed(kept, version, (playbook) => withRollout(playbook, rollout)),
        { note },
      ),
    publishGates: (drafts) =>
      publishNext(store, (kept, version) =>
        changed(kept, version, (playbook) => takeDrafts(playbook, drafts)),
      ),
    forgetHealth: (of, field) => forget(store, of, field),
    suggested: (pattern) => readSuggested(store, pattern),
    earlier: async (seq) => {
      try {
        return rulesOf(await readKept(store), seq);
      } catch {
        return { playbook: null, playbookFault: null };
      }
    },
    goBack: (seq) =>
      publishNext(store, (kept, version) => {
        const rules = rulesOf(kept, seq);
        if (!rules.playbook) return rules;
        return { ...made({ ...rules.playbook, version }), back: rules.playbook.version };
      }),
    draft,
    custom: createCustom(store),
    feed: createFeed(store),
    policy: createPolicyPage(),
    roles: createRoles(store),
    trial: createTrial(store, draft.flush),
    use: createUse(store),
    versions: createVersions(store),
    data: createData(store),
    left: createLeft(store),
    about: createAbout(store),
    turnApi,
    stop: stopSite,
  };
}
