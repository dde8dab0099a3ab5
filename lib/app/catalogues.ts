import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import dutch from '../../public/_locales/nl/messages.json' with { type: 'json' };
import { wordsOf, type Words } from './words.ts';

/**
 * All words in every language at once. For the extension's own pages, which read a rule back in each language of the
 * playbook; a script in a page takes the browser's own language alone (see createWords).
 */
export const LANGUAGES = ['en', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES = { en: english, nl: dutch };

/** The words of one language, whatever the browser's is. */
export const wordsIn = (language: Language): Words => wordsOf(CATALOGUES[language]);
