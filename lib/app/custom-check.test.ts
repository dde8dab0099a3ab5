// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { customDefinition } from '../../tests/custom-crm.ts';
import { checkDefinitionText, parsesIn } from './custom-check.ts';

const check = (change: object) =>
  checkDefinitionText(
    JSON.stringify({ ...customDefinition, ...change }, null, 2),
    parsesIn(document),
  );
const { fields } = customDefinition;

describe('a definition’s text', () => {
  test('that is right comes back as it was', () => {
    expect(check({})).toEqual({ definition: customDefinition, fault: null });
  });

  test.each<[string, object, string, RegExp]>([
    ['no id in the address', { urls: { deal: ['/deals'] } }, 'urls.deal.1', /Must hold ":id"/],
    ['two ids', { urls: { deal: ['/:id/:id'] } }, 'urls.deal.1', /only once/],
    ['a whole address', { urls: { deal: ['https://x/:id'] } }, 'urls.deal.1', /Must start with/],
    ['no addresses', { urls: { deal: [] } }, 'urls.deal', /Must not be empty/],
    [
      'a page as a site',
      { sites: ['https://crm.example.com/deals'] },
      'sites.1',
      /Must be an address/,
    ],
    ['a script as a site', { sites: ['javascript:alert(1)'] }, 'sites.1', /Must be an address/],
    ['no name field', { fields: { amount: fields.amount } }, 'fields', /"name" stands/],
    [
      'an unknown field',
      { fields: { ...fields, colour: { shown: ['i'] } } },
      'fields',
      /not known: "colour"/,
    ],
    ['an unknown part', { colour: 'red' }, '', /"colour"/],
    [
      'a selector that is none',
      { fields: { ...fields, amount: { shown: ['p', 'p[['] } } },
      'fields.amount.shown.2',
      /"p\[\[" is no selector/,
    ],
    ['a pane that is none', { pane: '>>' }, 'pane', /is no selector/],
    ['a selector without end', { pane: 'p'.repeat(301) }, 'pane', /too long: at most 300/],
    [
      'a number as a selector',
      { fields: { name: { shown: [7] } } },
      'fields.name.shown.1',
      /Must be a selector/,
    ],
    ['a language that is none', { locale: 'x' }, 'locale', /such as "en-GB"/],
    ['a currency that is none', { currency: 'euro' }, 'currency', /such as "EUR"/],
    ['an order of its own', { dateOrder: 'ydm' }, 'dateOrder', /"dmy", "mdy", "ymd"/],
    ['another CRM’s id', { id: 'salesforce' }, 'id', /"custom-"/],
    ['no version', { version: undefined }, 'version', /Is missing/],
    [
      'too many stages',
      { stages: Array.from({ length: 101 }, () => ({ label: 'x', state: 'won' })) },
      'stages',
      /too long/,
    ],
  ])('%s is refused, with its place and a sentence', (_, change, at, message) => {
    const { definition, fault } = check(change);
    expect(definition).toBeNull();
    expect(fault?.at).toBe(at);
    expect(fault?.message).toMatch(message);
    expect(fault?.message).toMatch(/^[A-Z"].*\.$/);
  });

  test('the line is the one on which the fault stands', () => {
    const text = JSON.stringify({ ...customDefinition, currency: 'euro' }, null, 2);
    const line = text.split('\n').findIndex((one) => one.includes('"euro"')) + 1;
    expect(checkDefinitionText(text, parsesIn(document)).fault?.line).toBe(line);
  });

  test.each(['', '{', '[1,2', 'x'.repeat(200_001)])('no JSON is refused', (text) => {
    expect(checkDefinitionText(text, parsesIn(document)).fault?.line).toBe(1);
  });
});
