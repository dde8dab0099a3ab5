import { expect, it } from 'vitest';
import { fieldAt, indexOfField } from './condition-facts.ts';
import { unknownFields } from './deal.ts';
import { FIELD_NAMES } from './fields.ts';

it('finds every field of a deal by its place, and no other', () => {
  const fields = unknownFields('not-on-page');
  for (const name of FIELD_NAMES) expect(fieldAt(fields, indexOfField(name))).toBe(fields[name]);
  expect(new Set(FIELD_NAMES.map(indexOfField)).size).toBe(FIELD_NAMES.length);
  for (const name of ['answer.pain', 'custom.x', 'constructor', '']) {
    expect(indexOfField(name)).toBe(-1);
  }
});
