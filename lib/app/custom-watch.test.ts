// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition } from '../../tests/custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { CrmPages } from '../crm/adapter.ts';
import type { CustomSites, SaveResult } from '../messaging/protocol.ts';
import type { WatchClient } from '../messaging/watch-client.ts';
import { startWatch } from './watch.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

/** The one CRM that is known leaves a mark in the page. */
const known: readonly CrmPages[] = [
  {
    id: 'made-up',
    match: () => undefined,
    recognise: (root) => root.querySelector('[data-made-up]') !== null,
  },
];

let custom: CustomSites;
let sent: string[];
let stop: AbortController;
const says = (what: string): Promise<SaveResult> => {
  sent.push(what);
  return Promise.resolve({ ok: true });
};
const client: WatchClient = {
  mountCard: ({ crm }) => says(`mount ${crm}`),
  mountBadges: ({ crm }) => says(`badges ${crm}`),
  leaveDeal: () => says('leave'),
  customSites: () => {
    sent.push('custom');
    return Promise.resolve(custom);
  },
};
const start = (): void => {
  startWatch(window, stop.signal, client, known);
};
const mark = (): void => {
  document.body.append(document.createElement('i'));
  document.querySelector('i')?.setAttribute('data-made-up', '');
};

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  document.body.replaceChildren();
  window.location.hash = '';
  custom = { ok: true, definitions: [] };
  sent = [];
  stop = new AbortController();
  return () => {
    stop.abort();
  };
});

describe("an admin's own CRM", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    return () => {
      vi.useRealTimers();
    };
  });
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(2000);
  const own = (): void => {
    const sites = [window.location.origin];
    custom = {
      ok: true,
      definitions: [{ ...customDefinition, sites, urls: { deal: ['/#own/:id'] } }],
    };
  };
  const to = async (hash: string): Promise<void> => {
    window.location.hash = hash;
    await vi.advanceTimersByTimeAsync(50);
  };

  test('is asked for once, after the page settled, and gets its card by its address', async () => {
    own();
    await to('own/7');
    start();
    expect(sent).toEqual([]);
    await settle();
    expect(sent).toEqual(['custom', 'mount custom-harbour']);
    await to('elsewhere');
    await to('own/8');
    await settle();
    expect(sent.filter((one) => one === 'custom')).toHaveLength(1);
  });

  test('is not asked for on a page of a CRM that is known', async () => {
    own();
    mark();
    start();
    await settle();
    expect(sent).toEqual([]);
  });

  test('is not asked for once the watch is over', async () => {
    start();
    stop.abort();
    await settle();
    expect(sent).toEqual([]);
  });

  test('without an answer, or without a definition, the page is left alone', async () => {
    custom = { ok: false, fault: 'no-answer' };
    await to('own/7');
    start();
    await settle();
    expect(sent).toEqual(['custom']);
  });
});
