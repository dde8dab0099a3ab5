import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import english from '../../public/_locales/en/messages.json';
import { createWords, readAhead } from '../../lib/app/words.ts';
import { CUT_OFF } from './fault-words.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));
beforeEach(() => {
  resetFakeBrowser();
});

test('words that were read ahead are still there once the extension is gone under the page', () => {
  const t = createWords();
  readAhead(t, CUT_OFF);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  for (const key of CUT_OFF) expect(t(key)).toBe(english[key].message);
  expect(CUT_OFF).toContain('fault_updated');
  // One that nobody read yet is named, and nothing throws.
  expect(t('form_save')).toBe('form_save');
});
