import { browser } from 'wxt/browser';
import { suggestedSchema, type SuggestedAnswer } from '../core/suggested-schema.ts';
import { crmPages } from '../crm/pages.ts';
import type { Store } from '../storage/db.ts';

/** What came of asking a site's open tabs; `no-tab`: none is open, or none answers. */
export type Suggested =
  | (Extract<SuggestedAnswer, { kind: 'gates' }> & {
      /** The custom fields that Dealside has read in this CRM. */
      readonly custom: readonly string[];
    })
  | Exclude<SuggestedAnswer, { kind: 'gates' }>
  | { readonly kind: 'no-tab' };

/** How many deals are looked through for the custom fields that an adapter reads. */
const DEALS = 200;

const ELSEWHERE: SuggestedAnswer = { kind: 'elsewhere' };

const isCrmPage = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && crmPages.some(({ match }) => match(new URL(url)));

/** One tab's answer, checked; undefined where it gives none. */
async function askTab(tabId: number): Promise<SuggestedAnswer | undefined> {
  try {
    const [given] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/suggest.js'],
    });
    return suggestedSchema.safeParse(given?.result).data;
  } catch {
    return undefined;
  }
}

async function customOf(store: Store, crm: string): Promise<readonly string[]> {
  try {
    const rows = await store.use((db) =>
      db.deals
        .filter(({ ref }) => ref.crm === crm)
        .limit(DEALS)
        .toArray(),
    );
    return [...new Set(rows.flatMap(({ reading }) => Object.keys(reading.custom)))];
  } catch {
    // Then only the fields that every CRM has can be made into gates.
    return [];
  }
}

/** Asks the open tabs of a site, one after the other, what their CRM already requires. Never rejects. */
export async function readSuggested(store: Store, pattern: string): Promise<Suggested> {
  const tabs = await browser.tabs.query({ url: pattern, discarded: false }).catch(() => []);
  let last: Suggested = { kind: 'no-tab' };
  for (const { id, url } of tabs) {
    if (id === undefined) continue;
    // A pattern may be wider than one CRM: nothing is put into pages that are none of its deals, lists or boards.
    const answer: SuggestedAnswer | undefined = isCrmPage(url) ? await askTab(id) : ELSEWHERE;
    if (!answer) continue;
    if (answer.kind === 'gates') return { ...answer, custom: await customOf(store, answer.crm) };
    if (last.kind === 'no-tab' || last.kind === 'elsewhere') last = answer;
  }
  return last;
}
