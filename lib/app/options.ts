import type { Playbook } from '../core/playbook.ts';
import { takeDrafts } from '../core/suggested.ts';
import { crmMetas } from '../crm/metas.ts';
import type { Store } from '../storage/db.ts';
import { faultOf } from '../storage/fault.ts';
import { createStore } from '../storage/store.ts';
import { today } from './clock.ts';
import { createCustom } from './options-custom.ts';
import { asText, packFor } from './options-draft.ts';
import { forget, readHealth, withPlaces } from './options-health.ts';
import { earlierOf, fileOf, nextVersion, readKept, rulesOf, type Kept } from './options-kept.ts';
import {
  playbookOf,
  type OptionsActions,
  type OptionsView,
  type Published,
} from './options-model.ts';
import { readSites, stopSite, tellOpenDeals } from './options-sites.ts';
import { readSuggested } from './options-suggested.ts';
import { checkText, publishPlaybook, type Loaded } from './playbook-store.ts';
import { readSalesforce, turnApi } from './salesforce-setting.ts';

async function countriesWithHolidays(): Promise<readonly string[]> {
  try {
    const response = await fetch('/holidays.json');
    return Object.keys((await response.json()) as object);
  } catch {
    console.warn('[dealside] the list of holidays could not be read');
    return [];
  }
}

/** Everything that the page shows, read anew. */
async function look(store: Store): Promise<OptionsView> {
  const around = Promise.all([readSites().catch(() => []), countriesWithHolidays()]);
  const crms = crmMetas.map(({ label }) => label).toSorted();
  let kept: Kept;
  try {
    kept = await readKept(store);
  } catch (error) {
    kept = { rows: [], inForce: { kind: 'unreadable', fault: faultOf(error) }, text: null };
  }
  const [sites, countries] = await around;
  const health = await readHealth(store);
  const salesforce = await readSalesforce(sites).catch(() => []);
  const { inForce } = kept;
  const earlier = earlierOf(kept);
  const labels = Object.fromEntries(crmMetas.map(({ id, label }) => [id, label]));
  const [next, file] = [nextVersion(kept), fileOf(kept)];
  return { inForce, earlier, next, file, sites, crms, labels, countries, salesforce, health };
}

/** Makes the text of the next version from what is in force just now, which another page may have published. */
type Make = (kept: Kept, next: number) => Loaded<Playbook> & { readonly text?: string };

const made = (playbook: Playbook): Loaded<Playbook> => ({ playbook, playbookFault: null });

async function publishNext(store: Store, make: Make): Promise<Published> {
  try {
    const kept = await readKept(store);
    const { playbook, playbookFault, text } = make(kept, nextVersion(kept));
    if (!playbook) return { ok: false, fault: playbookFault ?? 'invalid' };
    const written = text ?? asText(playbook);
    // What was put together from two playbooks is checked as one.
    const { playbookFault: fault } = checkText(written);
    if (fault) return { ok: false, fault };
    const result = await publishPlaybook(store, written, await today());
    if (!result.ok) return result;
    // Not waited for: a tab that does not answer must not hold up the page.
    tellOpenDeals(store).catch(() => undefined);
    return { ok: true, version: playbook.version };
  } catch (error) {
    console.warn('[dealside] not published', error);
    return { ok: false, fault: faultOf(error) };
  }
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

/** What the options page stands on: the store, the browser and the tabs. */
export function createOptions(store: Store = createStore()): OptionsActions {
  return {
    look: () => look(store),
    check: checkText,
    publish: (text) => publishNext(store, (_, next) => fromFile(text, next)),
    publishPack: (id) =>
      publishNext(store, ({ inForce }, version) =>
        made({ ...packFor(id, playbookOf(inForce)), version }),
      ),
    publishPlace: (country, currencies) =>
      publishNext(store, (kept, version) =>
        changed(kept, version, (playbook) => ({
          ...playbook,
          country,
          currencies: [...currencies],
        })),
      ),
    publishPlaces: (crm, field, places) =>
      publishNext(store, (kept, version) =>
        changed(kept, version, (playbook) => withPlaces(playbook, crm, field, places)),
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
        return rules.playbook ? made({ ...rules.playbook, version }) : rules;
      }),
    custom: createCustom(store),
    turnApi,
    stop: stopSite,
  };
}
