import type { Language } from '../catalogues.ts';

/** A permission that the manifest names, and whether the browser has given it. */
export interface PermissionLine {
  readonly name: string;
  /** Asked for when it is needed, by a click, and not at the installation. */
  readonly optional: boolean;
  readonly held: boolean;
}

/** Which browser this is, as far as its pages for extensions differ. */
export type BrowserKind = 'chrome' | 'edge' | 'firefox';

/** What there is to say of Dealside itself. */
export interface AboutView {
  readonly version: string;
  /** The language that was chosen; null for the browser's own. */
  readonly language: Language | null;
  /** The keys that open the card from anywhere; "" where none is set. */
  readonly shortcut: string;
  readonly kind: BrowserKind;
  readonly permissions: readonly PermissionLine[];
}

/** What the page can do about them. No action rejects. */
export interface AboutActions {
  readonly look: () => Promise<AboutView>;
  /** Takes another language; null for the browser's own. False where it could not be kept, or the policy holds it fast. */
  readonly choose: (language: Language | null) => Promise<boolean>;
  /** Opens the browser's own page for shortcuts. False where no extension may: its address is then to be copied. */
  readonly openShortcuts: () => Promise<boolean>;
  /** Versions, counts and states as plain lines, free of deals, names and hosts. */
  readonly diagnose: () => Promise<string>;
  /** Puts a text on the clipboard. False where the browser does not let us. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** Where each browser lets shortcuts be changed. */
export const SHORTCUT_PAGES: Readonly<Record<BrowserKind, string>> = {
  chrome: 'chrome://extensions/shortcuts',
  edge: 'edge://extensions/shortcuts',
  firefox: 'about:addons',
};
