import { describe, expect, it } from 'vitest';
import { unknownFields, type Reading } from '../core/deal.ts';
import { empty, known, unknown } from '../core/fact.ts';
import { decimalFact, tellTyped, textFact } from './form-facts.ts';

const input = (value: string, badInput = false): HTMLInputElement =>
  ({ value, validity: { badInput } }) as HTMLInputElement;

describe('decimalFact', () => {
  it.each([
    ['48000.00', known('48000', 'typed')],
    ['.5', known('0.5', 'typed')],
    ['-.5', known('-0.5', 'typed')],
    ['', empty('typed')],
    ['1e5', unknown('not-readable', '1e5')],
  ])('reads %s', (text, expected) => {
    expect(decimalFact(input(text), 'typed')).toEqual(expected);
  });
  it('finds text that the browser holds back unreadable, not empty', () => {
    expect(decimalFact(input('', true), 'typed')).toEqual(unknown('not-readable'));
  });
});

it('tells empty text from text', () => {
  expect([textFact('', 'typed'), textFact('x', 'page')]).toEqual([
    empty('typed'),
    known('x', 'page'),
  ]);
});

describe('tellTyped', () => {
  const open = { id: 'lead', label: 'Lead', state: 'open' } as const;
  const saved: Reading = {
    ref: { crm: 'x', id: '1' },
    url: '',
    custom: {},
    fields: {
      ...unknownFields('not-on-page'),
      name: known('Deal', 'api'),
      amount: known({ amount: '48000', currency: 'EUR' }, 'api'),
      stage: known(open, 'api'),
      closeDate: empty('api'),
    },
  };
  const told = (amount: string, currency = 'EUR') =>
    tellTyped({ amount: known({ amount, currency }, 'typed') }, saved).amount;

  it('gives back the saved fact for what is saved', () => {
    const form = {
      name: known('Deal', 'typed'),
      stage: known({ ...open, label: 'Chance' }, 'typed'),
      closeDate: empty('typed'),
    } as const;
    expect(tellTyped(form, saved)).toEqual({
      name: saved.fields.name,
      stage: saved.fields.stage,
      closeDate: saved.fields.closeDate,
    });
    expect(told('48000.00')).toBe(saved.fields.amount);
  });
  it('leaves what differs typed, also where the saved value is not known', () => {
    expect(told('48000.01')).toMatchObject({ source: 'typed' });
    expect(told('48000', 'USD')).toMatchObject({ source: 'typed' });
    expect(tellTyped({ name: empty('typed'), owner: known('Zoë', 'typed') }, saved)).toEqual({
      name: empty('typed'),
      owner: known('Zoë', 'typed'),
    });
    expect(tellTyped({ name: unknown('not-readable') }, saved).name).toEqual(
      unknown('not-readable'),
    );
  });
  it('leaves all typed without a saved deal', () => {
    expect(tellTyped({ name: known('Deal', 'typed') }, undefined).name).toEqual(
      known('Deal', 'typed'),
    );
  });
});
