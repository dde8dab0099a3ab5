import { browser } from 'wxt/browser';
import type { Language } from './catalogues.ts';
import { grantedHosts } from './hosts.ts';
import { listen } from './listen.ts';
import { lockedBy, readPolicy } from './policy.ts';
import { CHOSEN, createWords, wordsOf, type MessageKey, type Texts, type Words } from './words.ts';

/**
 * The language of all screens: the browser's own, or one that was chosen here. A script in a page takes the browser's own by
 * itself; for another one the background leaves the words beside it before it starts. Where no language was chosen, nothing is sent.
 */

const KEY = 'language';
const LANGUAGES: readonly Language[] = ['en', 'nl'];

/** The language that was chosen; null for the browser's own. */
export async function chosenLanguage(): Promise<Language | null> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  return LANGUAGES.find((language) => language === kept) ?? null;
}

/** Calls back when another language was chosen, in this page or in another one, until the signal aborts. */
export function onLanguage(changed: () => void, signal: AbortSignal): void {
  listen(
    browser.storage.onChanged,
    (changes: object, area: string) => {
      if (area === 'local' && KEY in changes) changed();
    },
    signal,
  );
}

/** A language's catalogue, from the extension's own files. */
async function catalogueOf(
  language: Language,
): Promise<Readonly<Record<string, { readonly message: string }>>> {
  const response = await fetch(`/_locales/${language}/messages.json`);
  return (await response.json()) as Readonly<Record<string, { readonly message: string }>>;
}

/** The words of one of the extension's own pages: in the chosen language, or in the browser's own. Never rejects. */
export async function pageWords(): Promise<Words> {
  try {
    const language = await chosenLanguage();
    return language === null ? createWords() : wordsOf(await catalogueOf(language));
  } catch {
    return createWords();
  }
}

/** Draws one of the extension's own pages under its title, and again when another language is chosen. */
export async function drawPage(
  page: Document,
  title: MessageKey,
  drawWith: (t: Words, locale: string) => void,
): Promise<void> {
  const draw = async (): Promise<void> => {
    const t = await pageWords();
    const locale = t('locale');
    page.documentElement.lang = locale;
    page.title = t(title);
    drawWith(t, locale);
  };
  // A page of its own lives as long as its window does.
  onLanguage(() => void draw(), new AbortController().signal);
  await draw();
}

/** Words that stand on the extension's own pages alone. */
const OWN_PAGES =
  /^(about|cond|data|edit|fields|left|lint|nav|options|popup|roles|trial|use|versions|welcome)_/;

/** The texts that a script in a page may ask for in the chosen language; null where the browser's own does. */
async function textsForPages(): Promise<Texts | null> {
  const language = await chosenLanguage();
  if (language === null || createWords()('locale') === language) return null;
  const entries = Object.entries(await catalogueOf(language)).filter(
    ([key]) => !OWN_PAGES.test(key),
  );
  return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
}

/** Runs in the page's isolated world; it can see nothing of this file. */
const leave = (name: string, texts: Texts | null): void => {
  (globalThis as unknown as Record<string, unknown>)[name] = texts;
};

interface Target {
  readonly tabId: number;
  readonly frameId?: number;
}

const put = async ({ tabId, frameId }: Target, texts: Texts | null): Promise<void> => {
  await browser.scripting.executeScript({
    target: frameId === undefined ? { tabId } : { tabId, frameIds: [frameId] },
    func: leave,
    args: [CHOSEN, texts],
  });
};

/** Leaves the chosen language's words in a page, before a script of ours starts there. Without them it speaks the browser's own. */
export async function leaveWords(target: Target): Promise<void> {
  try {
    const texts = await textsForPages();
    if (texts) await put(target, texts);
  } catch (error) {
    console.warn('[dealside] the chosen language could not be brought to the page', error);
  }
}

/**
 * Keeps which language was chosen, null for the browser's own, and brings it to the pages that are open on granted hosts. False
 * where the policy holds the language fast, or it could not be kept.
 */
export async function chooseLanguage(language: Language | null): Promise<boolean> {
  if (lockedBy(await readPolicy(), 'language')) return false;
  try {
    await browser.storage.local.set({ [KEY]: language });
  } catch {
    return false;
  }
  await speakOnOpenPages().catch(() => undefined);
  return true;
}

async function speakOnOpenPages(): Promise<void> {
  const url = await grantedHosts();
  if (url.length === 0) return;
  const [texts, tabs] = await Promise.all([textsForPages(), browser.tabs.query({ url })]);
  // A tab that is closing, or an error page, costs only itself.
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id !== undefined) await put({ tabId: id }, texts);
    }),
  );
}
