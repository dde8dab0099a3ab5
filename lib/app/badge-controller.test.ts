// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import {
  add,
  asks,
  badgeIn,
  heard,
  now,
  reads,
  recorded,
  rest,
  says,
  show,
  start,
  stop,
} from '../../tests/badge-world.ts';
import { fakeBrowser } from '../../tests/fake-browser.ts';
import { readingWith } from '../../tests/readings.ts';
import { BADGE_TAG } from './badge-model.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

describe('the CRM’s own list', () => {
  test('is asked page by page until every row in sight is known, and then no further', async () => {
    let pages = 0;
    const left = vi.fn();
    // eslint-disable-next-line @typescript-eslint/require-await -- the CRM's pages are at hand here
    now.deals = async function* () {
      try {
        for (const id of ['1', '2', '3']) {
          pages += 1;
          yield { readings: [readingWith({}, { crm: 'test', id })] };
        }
      } finally {
        left();
      }
    };
    const rows = [add('1'), add('2')];
    start();
    await show(...rows);
    expect(pages).toBe(2);
    expect(recorded).toHaveBeenCalledTimes(2);
    expect(asks()).toBeGreaterThan(2);
    await show(add('3'));
    expect(pages).toBe(3);
  });

  test('that fails is not asked again for this list, and costs no badge', async () => {
    let calls = 0;
    now.deals = () => {
      calls += 1;
      throw new Error('down');
    };
    const row = add('1');
    start();
    await show(row);
    await show(add('2'));
    expect([calls, badgeIn(row)]).toEqual([1, 'counts']);
  });
});

describe('leaves no trace', () => {
  const badges = (): number => document.querySelectorAll(BADGE_TAG).length;

  test.each([
    [
      'when the signal aborts',
      () => {
        stop.abort();
      },
    ],
    [
      'when the host is taken away',
      () => {
        heard.goQuiet?.({} as never);
      },
    ],
  ])('%s', async (_, end) => {
    const row = add('1');
    start();
    await show(row);
    expect(badges()).toBe(1);
    end();
    expect(badges()).toBe(0);
    add('2');
    await rest();
    expect(asks()).toBe(1);
  });

  test('when the extension is gone under the page: at the next change, without an error', async () => {
    const row = add('1');
    start();
    await show(row);
    fakeBrowser.runtime.id = undefined;
    row.title = 'late';
    await rest();
    expect(badges()).toBe(0);
    expect(asks()).toBe(1);
  });

  test('when an answer says so', async () => {
    now.answer = () => Promise.resolve({ ok: false, fault: 'updated' });
    start();
    await show(add('1'));
    add('2');
    await rest();
    expect(asks()).toBe(1);
  });

  test('when the list is left for a page that is none', async () => {
    start();
    await show(add('1'));
    now.page = undefined;
    window.dispatchEvent(new Event('popstate'));
    expect(badges()).toBe(0);
  });

  test('on a deal’s own page: its rows are not looked for', async () => {
    now.page = { kind: 'deal', ref: { crm: 'test', id: '1' } };
    add('1');
    start();
    await rest();
    expect(reads).toEqual([]);
    expect(asks()).toBe(0);
  });
});

test('a board behind an open deal keeps its badges', async () => {
  const row = add('1');
  start();
  await show(row);
  now.page = { kind: 'deal', ref: { crm: 'test', id: '1' } };
  window.dispatchEvent(new Event('popstate'));
  await rest();
  expect(badgeIn(row)).toBe('counts');
});

test('something kept about a deal is asked for again', async () => {
  const row = add('1');
  start();
  await show(row);
  now.answer = () => Promise.resolve({ ok: true, clock: null, badges: [says('none')] });
  heard.dealChanged?.({ crm: 'test', id: '1' } as never);
  await rest();
  expect(badgeIn(row)).toBe('none');
});
