import { expect, test } from 'vitest';
import { holidayFile } from './holiday-file.ts';

test('holds every country’s public holidays, and is small', () => {
  const { contents, relativeDest } = holidayFile(2026);
  const days = JSON.parse(contents) as Record<string, string[]>;
  expect(relativeDest).toBe('holidays.json');
  expect(days.NL).toEqual(
    expect.arrayContaining(['2025-04-26', '2026-04-27', '2026-12-25', '2031-12-26']),
  );
  // A day of remembrance on which people work, and a celebration that is no day off.
  expect(days.NL).not.toContain('2026-05-04');
  expect(days.NL).not.toContain('2026-12-05');
  expect(days.US).toContain('2026-11-26');
  expect(Object.keys(days).length).toBeGreaterThan(100);
  expect(contents.length).toBeLessThan(400_000);
}, 30_000);
