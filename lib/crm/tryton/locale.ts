import { orderOf, type DateOrder } from '../parse-date.ts';
import { contextOf } from './session.ts';

/**
 * The order in which sao writes dates: by the user's language record where there is one (a company may have
 * changed it: `%d/%m/%Y` in English), else by the page's language, as its date library does.
 */
export function dateOrderOf(root: Document, org: string | undefined): DateOrder | undefined {
  const view = root.defaultView;
  const locale = view && org !== undefined ? contextOf(view, org).locale : undefined;
  const format =
    typeof locale === 'object' && locale !== null && 'date' in locale ? locale.date : undefined;
  return typeof format === 'string' ? orderOfFormat(format) : orderOfLanguage(root);
}

/** "%d.%m.%Y" is "dmy". */
function orderOfFormat(format: string): DateOrder | undefined {
  const letters = [...format.matchAll(/%([dmbByY])/g)].map(([, letter = '']) =>
    letter.toLowerCase(),
  );
  const order = letters.join('').replace('b', 'm');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

/** The date library's "en" is American. */
function orderOfLanguage(root: Document): DateOrder | undefined {
  const language = root.documentElement.lang;
  if (language === '') return undefined;
  return /^en$/i.test(language) ? 'mdy' : orderOf(language);
}
