import { browser } from 'wxt/browser';
import type { Store } from '../../storage/db.ts';
import { chooseLanguage, chosenLanguage } from '../language.ts';
import {
  SHORTCUT_PAGES,
  type AboutActions,
  type AboutView,
  type BrowserKind,
} from './about-model.ts';
import { diagnose } from './diagnostics.ts';

function kindOfBrowser(): BrowserKind {
  if (import.meta.env.BROWSER === 'firefox') return 'firefox';
  return /\bEdg\//.test(navigator.userAgent) ? 'edge' : 'chrome';
}

async function look(): Promise<AboutView> {
  const manifest = browser.runtime.getManifest();
  const { permissions: held = [] } = await browser.permissions.getAll();
  const line = (optional: boolean) => (name: string) => ({
    name,
    optional,
    // Firefox does not list what it gives without asking.
    held: !optional || held.some((one) => one === name),
  });
  const commands = await browser.commands.getAll().catch(() => []);
  return {
    version: manifest.version,
    language: await chosenLanguage().catch(() => null),
    shortcut: commands.find(({ name }) => name === 'toggle-card')?.shortcut ?? '',
    kind: kindOfBrowser(),
    permissions: [
      ...(manifest.permissions ?? []).map(line(false)),
      ...(manifest.optional_permissions ?? []).map(line(true)),
    ],
  };
}

/** What Firefox has beside the others: its page for shortcuts is none that an extension may open by its address. */
interface FirefoxCommands {
  readonly openShortcutSettings?: () => Promise<void>;
}

async function openShortcuts(): Promise<boolean> {
  try {
    const { openShortcutSettings } = browser.commands as FirefoxCommands;
    if (openShortcutSettings) await openShortcutSettings();
    else await browser.tabs.create({ url: SHORTCUT_PAGES[kindOfBrowser()] });
    return true;
  } catch {
    return false;
  }
}

/** What the page stands on. */
export const createAbout = (store: Store): AboutActions => ({
  look,
  choose: chooseLanguage,
  openShortcuts,
  diagnose: () => diagnose(store),
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
});
