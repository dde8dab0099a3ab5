import { packFor } from '../lib/app/options-draft.ts';
import { expect } from 'vitest';
import { customDefinition } from './custom-crm.ts';

/** Playbooks as an ill-meaning or a broken file may hold them, with what must be said of each. */

export const pack = packFor('bant-light', null);
export const first = pack.gates[0]!;
/** A playbook's text with something changed in it. */
export const file = (change: object): string => JSON.stringify({ ...pack, ...change });
/** The same, with one gate. */
export const gate = (change: object): string => file({ gates: [{ ...first, ...change }] });
const named = (en: string): string => gate({ name: { en } });
/** So many objects or lists in each other. */
export const nested = (depth: number, [open, close]: readonly [string, string]): string =>
  open.repeat(depth) + close.repeat(depth);
export const leaf = (value: string): object => ({ field: 'name', op: 'contains', value });
export const group = (of: 'all' | 'any', count: number): object => ({
  [of]: Array.from({ length: count }, (_, i) => leaf(`word ${i}`)),
});
const deep = (depth: number): object =>
  depth === 0 ? leaf('x') : { all: [deep(depth - 1), leaf(`level ${depth}`)] };
/** A text with a part put in raw, as JSON.stringify would not write it. */
const raw = (name: string, value: string): string =>
  JSON.stringify(pack, null, 2).replace(/\n\}$/, `,\n  "${name}": ${value}\n}`);

/** What is thrown, and what must be said of it. */
export const PLAYBOOKS: readonly (readonly [string, () => string, RegExp])[] = [
  ['ten megabytes of one text', () => named('a'.repeat(10_000_000)), /too long: at most 1,000,000/],
  [
    'a text that is long and still fits',
    () => named('a'.repeat(900_000)),
    /at most 500 characters/,
  ],
  [
    '100,000 gates',
    () => file({ gates: Array.from({ length: 100_000 }, () => ({})) }),
    /far more parts/,
  ],
  [
    '20,000 gates',
    () => file({ gates: Array.from({ length: 20_000 }, () => ({})) }),
    /has 20,000 entries: at most 200/,
  ],
  [
    '10,000 stages',
    () => file({ stages: Array.from({ length: 10_000 }, () => 1) }),
    /"stages" has 10,000 entries/,
  ],
  [
    '10,000 objects in each other',
    () => raw('x', nested(10_000, ['{"a":', '}']).replace(':}', ':1}')),
    /more than 60 levels deep/,
  ],
  ['100,000 lists in each other', () => nested(100_000, ['[', ']']), /more than 60 levels deep/],
  ['100,000 brackets that nobody closes', () => '['.repeat(100_000), /more than 60 levels deep/],
  ['groups that are too deep', () => gate({ test: deep(12) }), /more than 8 deep/],
  ['a group of 5,000', () => gate({ test: group('any', 5000) }), /5,000 comparisons: at most 40/],
  [
    'a condition of 5,000 in groups',
    () => gate({ test: { all: Array.from({ length: 39 }, () => group('any', 39)) } }),
    /comparisons: at most 40/,
  ],
  [
    'a list of 5,000 words',
    () =>
      gate({
        test: {
          field: 'name',
          op: 'one-of',
          value: Array.from({ length: 5000 }, (_, i) => `w${i}`),
        },
      }),
    /"value" must be a list of texts/,
  ],
  [
    'comparisons without an end',
    () =>
      file({
        gates: Array.from({ length: 60 }, (_, i) => ({
          ...first,
          id: `G${i}`,
          test: group('any', 40),
        })),
      }),
    /over 1,500 comparisons in all/,
  ],
  [
    '"__proto__" at the top',
    () => raw('__proto__', '{"gates": []}'),
    /"__proto__", which no file may have/,
  ],
  [
    '"__proto__" deep down',
    () => gate({ test: { all: [JSON.parse('{"__proto__": {"op": "is-set"}}')] } }),
    /"__proto__", which no file may have/,
  ],
  ['"__proto__" with an escape in it', () => raw('\\u005f_proto__', '{}'), /"__proto__"/],
  [
    '"constructor" at the top',
    () => raw('constructor', '{"prototype": {}}'),
    /"constructor" that Dealside does not know/,
  ],
  [
    '"prototype" in a gate',
    () => gate({ prototype: {} }),
    /"prototype" that Dealside does not know/,
  ],
  [
    'a gate called "constructor"',
    () => gate({ id: 'constructor' }),
    /"id" that is a name that is taken already/,
  ],
  [
    'an answer called "toString"',
    () => file({ answers: [{ key: 'toString', label: { en: 'A' }, hint: { en: 'B' } }] }),
    /"key" that is a name that is taken already/,
  ],
  [
    'selectors of a CRM called "constructor"',
    () => raw('selectors', '{"constructor": {"name": {"shown": ["h1"]}}}'),
    /"selectors"/,
  ],
  ['the same part twice', () => raw('version', '99'), /"version" twice in one place/],
  [
    'the same part twice, once with an escape',
    () => raw('\\u0076ersion', '99'),
    /"version" twice in one place/,
  ],
  [
    'a number beyond all numbers',
    () => JSON.stringify(pack).replace('"version":1', '"version":1e999'),
    /"version"/,
  ],
  [
    'a version that nothing could follow',
    () => file({ version: 9_007_199_254_740_991 }),
    /at most 1000000/,
  ],
  ['a negative number', () => file({ version: -1 }), /"version"/],
  [
    'a bidirectional override',
    () => named('Approved \u202edesufer'),
    /"name\.en" that holds a sign that turns the direction of writing \(U\+202E\)/,
  ],
  ['an isolate', () => gate({ owner: 'Sales \u2066ops' }), /"owner" that holds .*U\+2066/],
  ['a mark of direction where none belongs', () => named('pay\u200fpal'), /U\+200F/],
  [
    'a control character',
    () => gate({ why: { en: 'Bell\u0007' } }),
    /"why\.en" that holds a control character \(U\+0007\)/,
  ],
  ['the end of a text', () => gate({ question: { en: 'What\u0000?' } }), /U\+0000/],
  ['half of a character', () => named('Half \ud83d'), /half of a character \(U\+D83D\)/],
  ['a bidirectional override in the name of a part', () => raw('why\u202e', '1'), /\[U\+202E\]/],
  [
    'a bidirectional override in the text of a condition',
    () => gate({ test: leaf('a\u202eb') }),
    /"value"/,
  ],
  [
    'a CRM site with an override in its name',
    () => file({ sites: [{ ...customDefinition, name: 'CRM \u202e' }] }),
    /CRM site custom-harbour has a part "name" that .*U\+202E/,
  ],
  [
    'a CRM site whose pattern would fit every page',
    () => file({ sites: [{ ...customDefinition, urls: { deal: ['/**'] } }] }),
    /"urls\.deal\.0" that would fit every page/,
  ],
  ['another thing', () => '[]', /The playbook is \[\]/],
  ['nothing', () => '', /not valid JSON/],
  ['no JSON', () => '{"gates": [}', /Line 1 is not valid JSON/],
  ['what JSON does not know', () => '{"version": NaN}', /not valid JSON/],
  ['a film', () => '\u0000\u0001ftypisom'.repeat(1000), /not valid JSON/],
];

/** Nothing that was thrown has left a trace on what every object has. */
export const untouched = (): void => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { gates?: unknown }).gates).toBeUndefined();
};
