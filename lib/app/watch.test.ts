// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { CrmPages } from '../crm/adapter.ts';
import type { CustomSites, SaveResult } from '../messaging/protocol.ts';
import type * as Pages from '../crm/pages.ts';
import { startWatch } from './watch.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

/** One made-up CRM: its deals are at #deal/<id>, and its client leaves a mark in the page. */
vi.mock('../crm/pages.ts', async (original) => {
  const pages: CrmPages = {
    id: 'made-up',
    match: ({ hash }) => {
      if (hash === '#cards') return { kind: 'board', ref: { crm: 'made-up' } };
      const id = /^#deal\/(\w+)/.exec(hash)?.[1];
      return id === undefined ? undefined : { kind: 'deal', ref: { crm: 'made-up', id } };
    },
    recognise: (root) => {
      looks += 1;
      return root.querySelector('[data-made-up]') !== null;
    },
  };
  return { ...(await original<typeof Pages>()), crmPages: [pages] };
});

let looks = 0;
let result: SaveResult;
let custom: CustomSites;
let sent: string[];
let frames: Map<number, FrameRequestCallback>;
let stop: AbortController;
const client = {
  mountCard: ({ crm }: { crm: string }) => {
    sent.push(`mount ${crm}`);
    return Promise.resolve(result);
  },
  customSites: () => {
    sent.push('custom');
    return Promise.resolve(custom);
  },
  mountBadges: ({ crm }: { crm: string }) => {
    sent.push(`badges ${crm}`);
    return Promise.resolve(result);
  },
  leaveDeal: () => {
    sent.push('leave');
    return Promise.resolve(result);
  },
};

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  frames = new Map();
  let id = 0;
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
    id += 1;
    frames.set(id, callback);
    return id;
  });
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((frame) => void frames.delete(frame));
  document.body.replaceChildren();
  window.location.hash = '';
  looks = 0;
  result = { ok: true };
  custom = { ok: true, definitions: [] };
  sent = [];
  stop = new AbortController();
  return () => {
    stop.abort();
  };
});

const start = (): void => {
  startWatch(window, stop.signal, client);
};
const mark = (): void => {
  document.body.append(
    Object.assign(document.createElement('p'), { innerHTML: '<i data-made-up></i>' }),
  );
};
/** Lets observers and events speak, then draws one frame. */
async function frame(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const due = [...frames.values()];
  frames.clear();
  for (const callback of due) callback(0);
}
async function go(hash: string): Promise<void> {
  window.location.hash = hash;
  await frame();
}

describe('a page without a deal', () => {
  test('is looked at by its address alone, however much it changes', async () => {
    mark();
    start();
    mark();
    await frame();
    await go('list');
    expect([sent, looks, frames.size]).toEqual([[], 0, 0]);
  });

  test('of a foreign host with a deal’s address asks for nothing', async () => {
    await go('deal/7');
    start();
    document.body.append('some text');
    await frame();
    expect(sent).toEqual([]);
  });
});

describe('a board', () => {
  test('gets its badges once, and no card', async () => {
    mark();
    start();
    for (const hash of ['cards', 'elsewhere', 'cards']) await go(hash);
    expect(sent).toEqual(['badges made-up']);
  });

  test('that could not get its badges is asked for again at the next navigation', async () => {
    mark();
    result = { ok: false, fault: 'refused' };
    start();
    await go('cards');
    const asked = sent.length;
    expect(asked).toBeGreaterThan(0);
    mark();
    await frame();
    expect(sent.length).toBe(asked);
    await go('elsewhere');
    await go('cards');
    expect(sent.length).toBeGreaterThan(asked);
  });

  test('is waited for while its client is on its way', async () => {
    start();
    await go('cards');
    expect(sent).toEqual([]);
    mark();
    await frame();
    expect(sent).toEqual(['badges made-up']);
  });
});

describe('a deal', () => {
  test('that is there at once is mounted', async () => {
    mark();
    await go('deal/7');
    start();
    expect(sent).toEqual(['mount made-up']);
  });

  test('that renders later is waited for, one look in a frame, and then not any more', async () => {
    await go('deal/7');
    start();
    for (let index = 0; index < 50; index += 1) document.body.append('x');
    await frame();
    expect(looks).toBe(2);
    mark();
    await frame();
    expect(sent).toEqual(['mount made-up']);
    mark();
    await frame();
    expect([looks, frames.size]).toEqual([3, 0]);
  });

  test('is mounted once; each leaving is told', async () => {
    mark();
    start();
    for (const hash of ['deal/7', 'deal/8', 'list', 'deal/9', 'list', 'board']) await go(hash);
    expect(sent).toEqual(['mount made-up', 'leave', 'leave']);
  });

  test('that could not be mounted is asked for again at the next navigation, and not before', async () => {
    result = { ok: false, fault: 'no-answer' };
    mark();
    await go('deal/7');
    start();
    mark();
    await frame();
    result = { ok: true };
    await go('deal/8');
    await go('deal/9');
    expect(sent).toEqual(['mount made-up', 'mount made-up']);
  });

  test('of a page that the browser kept is mounted again', async () => {
    mark();
    await go('deal/7');
    start();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(sent).toEqual(['mount made-up', 'mount made-up']);
  });

  test('follows the navigation API where the browser has one: no event tells of pushState otherwise', async () => {
    const navigation = new EventTarget();
    vi.stubGlobal('navigation', navigation);
    Object.assign(window, { navigation });
    mark();
    start();
    window.history.pushState(null, '', '#deal/7');
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(sent).toEqual(['mount made-up']);
    Reflect.deleteProperty(window, 'navigation');
    await frame();
  });
});

describe('goes quiet', () => {
  const announce = (type: string) =>
    fakeBrowser.runtime.onMessage.fire(
      { id: 1, type, data: {}, timestamp: 1 },
      {},
      () => undefined,
    );

  test.each<[string, () => void]>([
    [
      'when the signal aborts',
      () => {
        stop.abort();
      },
    ],
    [
      'when the host is taken away',
      () => {
        announce('goQuiet');
      },
    ],
    [
      'when the extension was updated',
      () => {
        fakeBrowser.runtime.id = undefined;
      },
    ],
  ])('%s: no listener, observer or message is left', async (_, end) => {
    const added = vi.spyOn(window, 'addEventListener');
    await go('deal/7');
    start();
    end();
    mark();
    await frame();
    await go('deal/8');
    await go('list');
    expect(sent).toEqual([]);
    expect([fakeBrowser.runtime.onMessage.listeners.size, frames.size]).toEqual([0, 0]);
    for (const [, , options] of added.mock.calls) {
      expect((options as AddEventListenerOptions).signal?.aborted).toBe(true);
    }
  });

  test('when it learns from an answer that the extension was updated', async () => {
    result = { ok: false, fault: 'updated' };
    mark();
    await go('deal/7');
    start();
    await frame();
    await go('list');
    expect(sent).toEqual(['mount made-up']);
  });
});
