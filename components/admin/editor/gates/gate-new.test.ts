import { expect, test } from 'vitest';
import { packFor } from '../../../../lib/app/options-draft.ts';
import { gateSchema } from '../../../../lib/core/playbook.ts';
import { gateId, newGate } from './gate-new.ts';

const bare = packFor('spiced', null);

test.each([
  [
    'Security review booked before commit above 50,000',
    'security-review-booked-before-commit-above-50-000',
  ],
  ['Één écht bedrag', 'een-echt-bedrag'],
  ['2 contacts', 'contacts'],
  ['契約', 'gate'],
  ['constructor', 'constructor-2'],
  ['Taken', 'taken-3'],
])('“%s” becomes the id %s', (name, id) => {
  expect(gateId(name, ['TAKEN', 'taken-2'])).toBe(id);
});

test('a long name makes an id that a playbook takes, with room to tell it from another', () => {
  const long = 'word '.repeat(40);
  const first = gateId(long, []);
  const second = gateId(long, [first]);
  expect(second).not.toBe(first);
  for (const id of [first, second]) {
    const gate = newGate('Name', id, bare);
    const filled = { ...gate, why: { en: 'Why' }, question: { en: 'What?' } };
    expect(gateSchema.safeParse(filled).success).toBe(true);
  }
});
