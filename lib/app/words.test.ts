import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import nl from '../../public/_locales/nl/messages.json';
import { wordsFrom, wordsOf } from './words.ts';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;
const english: Catalogue = en;
const dutch: Catalogue = nl;
const keys = Object.keys(english);
const placeholders = (message: string): string[] =>
  [...new Set(message.match(/\$\d/g) ?? [])].toSorted();
const forms = (message: string): number => message.split(' | ').length;

/** Every source file that may ask for a message. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|html)$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

describe('the catalogues', () => {
  it('have the same keys in English and Dutch', () => {
    expect(Object.keys(dutch).toSorted()).toEqual(keys.toSorted());
  });

  it('have the same placeholders and forms in both languages', () => {
    for (const key of keys) {
      const [one, other] = [english[key]!.message, dutch[key]!.message];
      expect(placeholders(other), key).toEqual(placeholders(one));
      expect(forms(other), key).toBe(forms(one));
      expect(forms(one), key).toBeLessThanOrEqual(2);
      expect(one.trim(), key).not.toBe('');
      expect(other.trim(), key).not.toBe('');
    }
  });

  it('count their placeholders from $1 without a gap, as the browser wants them', () => {
    for (const key of keys) {
      const found = placeholders(english[key]!.message);
      expect(found, key).toEqual(found.map((_, index) => `$${index + 1}`));
    }
  });

  it('hold no message that nothing asks for', () => {
    const code = [
      ...['components', 'lib', 'entrypoints'].flatMap(sources),
      readFileSync('wxt.config.ts', 'utf8'),
    ];
    const asked = (key: string): boolean =>
      code.some((text) => text.includes(`'${key}'`) || text.includes(`__MSG_${key}__`));
    expect(keys.filter((key) => !asked(key))).toEqual([]);
  });

  it('do not order or blame', () => {
    const blame =
      /\b(must|should|failed|failure|wrong|error|forgot|poor|overdue|moet je|fout|vergeten|mislukt)\b/i;
    const all = [...Object.entries(english), ...Object.entries(dutch)];
    expect(all.filter(([, { message }]) => blame.test(message))).toEqual([]);
  });
});

describe('wordsFrom', () => {
  const t = wordsOf(en);

  it('fills in substitutions', () => {
    expect(t('gate_rule', ['G3', 'Sales Ops', '1 Mar'])).toBe(
      'Gate G3, kept by Sales Ops, to be reviewed by 1 Mar',
    );
  });

  it('chooses between one and many', () => {
    expect(t('signal_learned', 1)).toBe('Learned from 1 deal');
    expect(t('signal_learned', 0)).toBe('Learned from 0 deals');
    expect(t('window_in', 1, [1, 60])).toBe('Closes tomorrow; our window is 60');
    expect(t('window_in', 23, [23, 60])).toBe('Closes in 23 days; our window is 60');
  });

  it('leaves " | " and "$2" in a deal\'s own text alone', () => {
    expect(t('read_short', 3, [3, 'this | that $1'])).toBe(
      '“this | that $1” says little yet; 3 words or more would help',
    );
  });

  it('shows the key where the browser has no message', () => {
    expect(wordsFrom(() => '')('form_save')).toBe('form_save');
  });

  it("asks the browser with marks, so that the browser's own substitution is used", () => {
    const asked: string[][] = [];
    const words = wordsFrom((_, substitutions) => {
      asked.push(substitutions);
      return `a ${substitutions[1] ?? ''} b`;
    });
    expect(words('window_parked', ['x', 'y'])).toBe('a y b');
    expect(asked[0]).toHaveLength(9);
  });
});
