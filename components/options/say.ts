import type { Language } from '../../lib/app/catalogues.ts';
import type { Words } from '../../lib/app/words.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import type { Format } from '../card/format.ts';

/** What puts things into words. */
export interface Say {
  readonly t: Words;
  readonly fmt: Format;
}

/** What puts things into words in each language that a playbook is written in. */
export type Says = Readonly<Record<Language, Say>>;

/** "SPICED", or its id where the playbook has an odd name. */
export const playbookName = (playbook: Playbook, { fmt }: Say): string => fmt.text(playbook.name);

/** A country's or currency's name in the language of the screen, or its code. */
export function codeName(code: string, type: 'region' | 'currency', { fmt }: Say): string {
  try {
    return new Intl.DisplayNames(fmt.locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
