// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import {
  add,
  asked,
  asks,
  badgeIn,
  now,
  reads,
  rest,
  says,
  show,
  sights,
  start,
  steps,
} from '../../tests/badge-world.ts';
import { BADGE_TAG } from './badge-model.ts';
import type { BadgesAnswer } from '../messaging/protocol.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

describe('rows', () => {
  test('in sight are read, asked about and badged; the others cost nothing', async () => {
    const [near, far] = [add('1'), add('2')];
    start();
    await show(near);
    expect([badgeIn(near), badgeIn(far)]).toEqual(['counts', undefined]);
    expect(asked).toMatchObject([{ crm: 'test', rows: [{ id: '1', name: 'Deal 1' }] }]);
    expect(new Set(reads)).toEqual(new Set(['1']));
  });

  test('are all measured before one is drawn: the page is laid out once', async () => {
    start();
    await show(add('1'), add('2'), add('3'));
    expect(steps.map((step) => step.split(' ')[0])).toEqual([
      ...['measure', 'measure', 'measure'],
      ...['draw', 'draw', 'draw'],
    ]);
  });

  test('that change after they were measured are not drawn as they were', async () => {
    const [one, two] = [add('1'), add('2')];
    const yields = vi.fn(() => {
      if (steps.includes('measure 2')) two.dataset.id = '3';
      return new Promise((resolve) => setTimeout(resolve));
    });
    vi.stubGlobal('scheduler', { yield: yields });
    // Each look at the clock is a slice's whole time: the page has its turn after each row.
    let time = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 100));
    start();
    await show(one, two);
    clock.mockRestore();
    await rest();
    expect(yields).toHaveBeenCalled();
    expect(two.querySelectorAll(BADGE_TAG).length).toBe(1);
    expect(steps.indexOf('draw 2')).toBeGreaterThan(steps.lastIndexOf('measure 2'));
  });

  test('that scroll away lose their badge, and have it back without a question', async () => {
    const row = add('1');
    start();
    await show(row);
    sights.tell([row], false);
    expect(badgeIn(row)).toBeUndefined();
    sights.tell([row], true);
    await rest();
    expect(badgeIn(row)).toBe('counts');
    expect(asks()).toBe(1);
  });

  test('that are taken out of the page are not watched any more', async () => {
    const row = add('1');
    start();
    await show(row);
    row.remove();
    await vi.waitFor(() => {
      expect(sights.elements.size).toBe(0);
    });
  });

  test('used again for another deal lose the old badge before the answer for the new one', async () => {
    const row = add('1');
    start();
    await show(row);
    const { promise, resolve } = Promise.withResolvers<BadgesAnswer>();
    now.answer = () => promise;
    row.dataset.id = '2';
    await rest();
    expect(badgeIn(row)).toBeUndefined();
    resolve({ ok: true, clock: null, badges: [says('out')] });
    await rest();
    expect(badgeIn(row)).toBe('out');
  });

  test('an answer for the deal that a row showed before is dropped, however soon it comes', async () => {
    const row = add('1');
    const first = Promise.withResolvers<BadgesAnswer>();
    const answer = now.answer;
    now.answer = () => first.promise;
    start();
    await show(row);
    row.dataset.id = '2';
    now.answer = answer;
    first.resolve({ ok: true, clock: null, badges: [says('out')] });
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(badgeIn(row)).toBeUndefined();
    await rest();
    expect(badgeIn(row)).toBe('counts');
  });

  test('whose facts change are asked about again, and say the new standing', async () => {
    const row = add('1');
    start();
    await show(row);
    row.title = 'late';
    await rest();
    expect(badgeIn(row)).toBe('edge');
    expect(asks()).toBe(2);
  });

  test('whose badge the page threw out in a render have it again', async () => {
    const row = add('1');
    start();
    await show(row);
    row.querySelector('b')!.textContent = 'Deal 1';
    await rest();
    expect(badgeIn(row)).toBe('counts');
    expect(asks()).toBe(1);
  });

  test('a badge put into the page is no change to react to: the row is read once', async () => {
    const row = add('1');
    start();
    await show(row);
    await rest();
    expect(badgeIn(row)).toBe('counts');
    expect(reads).toEqual(['1']);
  });

  test('without an id that say the same have no badge; the only one of its name has', async () => {
    const rows = [add('', 'Twin'), add('', 'Twin'), add('', 'Only')];
    start();
    await show(...rows);
    expect(rows.map(badgeIn)).toEqual([undefined, undefined, 'counts']);
  });

  test('of which nobody knows the deal have none', async () => {
    const row = add('1');
    now.answer = () => Promise.resolve({ ok: true, clock: null, badges: [null] });
    start();
    await show(row);
    expect(asks()).toBe(1);
    expect(badgeIn(row)).toBeUndefined();
  });
});
