import { describe, expect, test } from 'vitest';
import { readingWith } from '../../tests/readings.ts';
import { unknownFields } from '../core/deal.ts';
import { empty, known, unknown } from '../core/fact.ts';
import type { SeenRow } from '../messaging/protocol.ts';
import { byName, dealOfRow, overlay, type KnownDeal } from './badge-match.ts';

const NAME = 'Northwind renewal';
const deal = (id: string, fields: Parameters<typeof readingWith>[0] = {}): KnownDeal => ({
  key: id,
  reading: readingWith(fields, { crm: 'atomic', id }),
});
const row = (fields: SeenRow['fields'] = {}, name = NAME): SeenRow => ({ name, fields });
const found = (seen: SeenRow, ...deals: KnownDeal[]) => dealOfRow(seen, byName(deals))?.key;

describe('which deal a row without an id is', () => {
  test('the only one of its name, whatever its case and white space', () => {
    expect(found(row({}, ' northwind  RENEWAL'), deal('1'))).toBe('1');
    expect(found(row({}, 'Northwind'), deal('1'))).toBeUndefined();
    expect(found({ fields: {} }, deal('1'))).toBeUndefined();
  });

  test('of two of one name the one that the row agrees with, and none where both do', () => {
    const small = deal('2', { amount: known({ amount: '10' }, 'api') });
    const shown = row({ amount: known({ amount: '23200', margin: '50' }, 'page') });
    expect(found(shown, deal('1'), small)).toBe('1');
    expect(found(row(), deal('1'), small)).toBeUndefined();
  });

  test.each<[string, SeenRow['fields']]>([
    ['another amount', { amount: known({ amount: '23151' }, 'page') }],
    ['another currency', { amount: known({ amount: '23150.50', currency: 'USD' }, 'page') }],
    ['another date', { closeDate: known('2026-12-02', 'page') }],
    ['no date, where the deal has one', { closeDate: empty('page') }],
  ])('a row with %s is not the deal', (_, fields) => {
    expect(found(row(fields), deal('1'))).toBeUndefined();
  });

  test('what is unknown on either side contradicts nothing', () => {
    const fields = { closeDate: unknown('not-readable', '?'), owner: known('Mia', 'page') };
    expect(found(row(fields), deal('1'))).toBe('1');
  });
});

describe('what row and deal say together', () => {
  const stage = { id: 'lead', label: 'Lead', order: 0, state: 'open' as const };
  const fields = readingWith({ stage: known(stage, 'api') }).fields;

  test('the exact amount stays where the row shows it rounded; another one is the row’s', () => {
    const rounded = known({ amount: '23200', margin: '50' }, 'page');
    expect(overlay(fields, { amount: rounded }).amount).toBe(fields.amount);
    const other = known({ amount: '9000' }, 'page');
    expect(overlay(fields, { amount: other }).amount).toBe(other);
  });

  test('a card in another column has that column’s stage', () => {
    const moved = known({ id: 'won', label: 'Won', state: 'won' as const }, 'page');
    expect(overlay(fields, { stage: moved }).stage).toBe(moved);
  });

  test('a stage that is only named stays the known one of that name, and else is not known', () => {
    const named = (saw: string) => overlay(fields, { stage: unknown('not-readable', saw) }).stage;
    expect(named(' LEAD ')).toBe(fields.stage);
    expect(named('Chance')).toEqual(unknown('not-readable', 'Chance'));
  });

  test('a field that the row empties is empty, and one that it does not show stays', () => {
    const laid = overlay(fields, { closeDate: empty('page'), name: unknown('not-on-page') });
    expect(laid.closeDate).toEqual(empty('page'));
    expect(laid.name).toBe(fields.name);
    expect(overlay(unknownFields('not-on-page'), {})).toEqual(unknownFields('not-on-page'));
  });
});
