import { describe, expect, it } from 'vitest';
import { playbook, problemsOf } from '../../tests/raw-playbook.ts';
import { FIELD_NAMES } from './fields.ts';
import { OVERRIDABLE, selectorFault } from './overrides.ts';

const selectors = (value: unknown) => problemsOf(playbook({ selectors: value }));
const amount = (places: unknown) => selectors({ hubspot: { amount: places } });

describe('an admin’s selectors in the playbook', () => {
  it('may be left out, and are good for every field that a page can show', () => {
    expect(problemsOf(playbook())).toEqual([]);
    const all = Object.fromEntries(OVERRIDABLE.map((field) => [field, { shown: ['.x'] }]));
    expect(selectors({ hubspot: all, 'my-crm': {} })).toEqual([]);
    expect(FIELD_NAMES.filter((field) => !OVERRIDABLE.includes(field as never))).toEqual([
      'lastContactBy',
    ]);
  });

  it.each<[string, unknown, string]>([
    [
      'a field that no deal has',
      { hubspot: { amout: { shown: ['.x'] } } },
      'The playbook\'s "selectors" has a part "amout" that Dealside does not know. Did you mean "amount"?',
    ],
    [
      'a part that is neither a page nor a form',
      { hubspot: { amount: { show: ['.x'] } } },
      'The playbook\'s "selectors" has a part "show" that Dealside does not know. Did you mean "shown"?',
    ],
    [
      'one selector that is no list',
      { hubspot: { amount: { shown: '.x' } } },
      'The playbook\'s "selectors" has ".x" as its "hubspot.amount.shown", where a list belongs.',
    ],
    [
      'an empty list',
      { hubspot: { amount: { shown: [] } } },
      'The playbook\'s "selectors" has [] as its "hubspot.amount.shown", where something that is not empty belongs.',
    ],
    [
      'no CRM',
      { 'Hub Spot': {} },
      'The playbook\'s "selectors" has {} as its "Hub Spot", where the short name of a CRM, such as "hubspot", belongs.',
    ],
    [
      'a list of CRMs',
      { hubspot: ['.x'] },
      'The playbook\'s "selectors" has [".x"] as its "hubspot", where an object belongs.',
    ],
    [
      'a bracket that is not closed',
      { hubspot: { amount: { shown: ['.x', '[name="a"'] } } },
      'The playbook\'s "selectors" is not in order: hubspot looks for "amount" by "[name="a"", which lacks its closing ]: correct it.',
    ],
  ])('%s: the sentence says where', (_, value, message) => {
    expect(selectors(value).map((problem) => problem.message)).toContain(message);
  });

  it('have their limits', () => {
    expect(amount({ form: ['x'.repeat(300)] })).toEqual([]);
    expect(amount({ form: ['x'.repeat(301)] })).toHaveLength(1);
    expect(amount({ shown: Array.from({ length: 5 }, () => '.x') })).toEqual([]);
    expect(amount({ shown: Array.from({ length: 6 }, () => '.x') })).toHaveLength(1);
  });

  it('point to the line: the path ends at the selector', () => {
    const [problem] = amount({ shown: ['.x', '.y)'] });
    expect(problem).toMatchObject({
      rule: 'selectors',
      path: ['selectors', 'hubspot', 'amount', 'shown', 1],
    });
  });
});

describe('a text that should be a selector', () => {
  it.each([
    '.a > .b:not(.c)',
    '[data-x="]("] input',
    String.raw`#\31 2\(`,
    "td[title='a;b']",
    'form:has(input[name="amount"])',
  ])('%s can be one', (text) => {
    expect(selectorFault(text)).toBeUndefined();
  });
  it.each([
    ['a)', 'has a ) too many'],
    ['[a)', 'has a ) too many'],
    [':not(.a', 'lacks its closing )'],
    ['[a="b]', 'lacks its closing "'],
    ['a { color: red }', 'has a {, which no selector has'],
    ['<p>', 'has a <, which no selector has'],
  ])('%s cannot', (text, fault) => {
    expect(selectorFault(text)).toBe(fault);
  });
});
