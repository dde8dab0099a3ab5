// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { FieldName, Stage } from '../core/fields.ts';
import { readField, readFields, type ValueFormat } from './read-field.ts';

const show = (html: string): HTMLElement => {
  document.body.innerHTML = html;
  return document.body.firstElementChild as HTMLElement;
};
const format: ValueFormat = { source: 'page', locale: 'nl-NL' };
const read = (field: FieldName, html: string, more: Partial<ValueFormat> = {}) =>
  readField(field, show(html), { ...format, ...more });
const value = (of: unknown) => ({ is: 'value', value: of, source: 'page' });
const notReadable = (saw?: string) => ({
  is: 'unknown',
  reason: 'not-readable',
  ...(saw === undefined ? {} : { saw }),
});
const stages: Stage[] = [
  { id: '1', label: 'New', order: 0, state: 'open' },
  { id: '2', label: 'Won', order: 1, state: 'won' },
  { id: '3', label: 'Review', order: 2, state: 'open' },
  { id: '4', label: 'Review', order: 0, state: 'open' },
];

beforeEach(() => {
  document.body.replaceChildren();
});

describe('readField', () => {
  it.each<[FieldName, string, unknown]>([
    ['name', '<h1> Harbour\n sensors </h1>', value('Harbour sensors')],
    ['name', '<input value="Harbour">', value('Harbour')],
    ['nextStep', '<textarea>Call</textarea>', value('Call')],
    ['amount', '<span>€ 1.234,50</span>', value({ amount: '1234.5', currency: 'EUR' })],
    ['amount', '<input type="number" value="1234.5">', value({ amount: '1234.5' })],
    ['closeDate', '<span>31-12-2026</span>', value('2026-12-31')],
    ['closeDate', '<input type="date" value="2026-12-31">', value('2026-12-31')],
    ['probability', '<span>62,5 %</span>', value(62.5)],
    ['probability', '<input value="60">', value(60)],
    ['contacts', '<input type="number" value="3">', value(3)],
  ])('reads %s from %s', (field, html, fact) => {
    expect(read(field, html)).toEqual(fact);
  });

  it.each<FieldName>(['name', 'amount', 'closeDate', 'probability', 'stage'])(
    'tells an empty %s from one that it cannot read',
    (field) => {
      expect(read(field, '<input value=" ">')).toEqual({ is: 'empty', source: 'page' });
      const bad = show('<input type="number">') as HTMLInputElement;
      Object.defineProperty(bad, 'validity', { value: { badInput: true } });
      expect(readField(field, bad, format)).toEqual(notReadable());
    },
  );

  it.each<[FieldName, string, string]>([
    ['probability', '€ 60', '€ 60'],
    ['probability', '60K', '60K'],
    ['probability', 'likely', 'likely'],
    ['closeDate', 'soon', 'soon'],
    ['lastContactBy', 'buyer', 'buyer'],
    ['forecastCategory', 'Commit', 'Commit'],
  ])('does not guess %s from "%s"', (field, text, saw) => {
    expect(read(field, `<span>${text}</span>`)).toEqual(notReadable(saw));
  });

  it('knows a stage by its id, else by its label, and not by a label that two share', () => {
    const select = '<select><option value="4" selected>Review</option></select>';
    expect(read('stage', select, { stages })).toEqual(value(stages[3]));
    expect(read('stage', '<b>won</b>', { stages })).toEqual(value(stages[1]));
    expect(read('stage', '<b>Review</b>', { stages })).toEqual(notReadable('Review'));
    expect(read('stage', '<b>Elsewhere</b>', { stages })).toEqual(notReadable('Elsewhere'));
  });

  it('knows a forecast category by the CRM’s own label', () => {
    const categories = { 'best case': 'best-case' } as const;
    expect(read('forecastCategory', '<b>Best Case</b>', { categories })).toEqual(
      value('best-case'),
    );
  });
});

describe('readFields', () => {
  it('takes the first visible element of the first selector that finds one, and leaves out the rest', () => {
    show(`<form>
      <input name="amount" value="1" hidden><input name="amount" value="2">
      <b class="name">Shown</b><div style="display:none"><i class="date">2026-12-31</i></div>
    </form>`);
    const selectors = {
      amount: ['input[name=total]', 'input[name=amount]'],
      name: ['.name'],
      closeDate: ['.date'],
    };
    expect(readFields(document.body, selectors, format)).toEqual({
      amount: value({ amount: '2' }),
      name: value('Shown'),
    });
  });
});
