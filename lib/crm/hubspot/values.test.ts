import { afterEach, describe, expect, it } from 'vitest';
import { PROPERTIES } from './deal-facts.ts';
import { dayOf, decimalOf, percentOf } from './values.ts';

describe('values', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  it.each([
    ['America/Los_Angeles', '2026-12-31'],
    ['Europe/Amsterdam', '2027-01-01'],
    ['Asia/Tokyo', '2027-01-01'],
  ])('puts a close date on its day in %s', (name, day) => {
    process.env.TZ = name;
    expect(dayOf('2027-01-01T02:30:00.000Z')).toBe(day);
    expect(dayOf(String(Date.UTC(2027, 0, 1, 2, 30)))).toBe(day);
    expect(dayOf('2027-01-01')).toBe('2027-01-01');
  });

  it.each([
    ['48000.50', '48000.5'],
    ['1.25E7', '12500000'],
    ['1.23456E2', '123.456'],
    ['-1E3', '-1000'],
    ['1e-3', undefined],
    ['48,000', undefined],
    ['', undefined],
    [48000, undefined],
  ])('reads the amount %s as %s', (text, amount) => {
    expect(decimalOf(text)).toBe(amount);
  });

  it.each([
    ['0.07', 7],
    [1, 100],
    ['1.5', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads the probability %s as %s', (value, percent) => {
    expect(percentOf(value)).toBe(percent);
  });

  it('never asks for the property that looks like a duration and is a moment', () => {
    expect(PROPERTIES).toContain('hs_v2_date_entered_current_stage');
    expect(PROPERTIES.filter((name) => name.includes('time_in'))).toEqual([]);
  });
});
