// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { known } from '../core/fact.ts';
import type { Adapter, ListRow, PageRef } from '../crm/adapter.ts';
import { readingWith } from '../../tests/readings.ts';
import type { Badge, BadgesAnswer, DataOf, PageDataOf, ToPage } from '../messaging/protocol.ts';
import { runBadges, type BadgesSetup } from './badge-controller.ts';
import { BADGE_TAG, type Painter } from './badge-model.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const says = (standing: Badge['standing']): Badge => ({
  standing,
  open: 0,
  gates: [],
  unsure: 0,
  more: 0,
  rowOnly: false,
});

/** A list whose rows name their deal in `data-id`, or in their text alone; the stage stands in `title`. */
const rowOf = (element: HTMLElement): ListRow => ({
  element,
  at: element.firstElementChild as HTMLElement,
  ...(element.dataset.id === undefined ? {} : { id: element.dataset.id }),
  name: element.firstElementChild?.firstChild?.textContent ?? '',
  get fields() {
    reads.push(element.id);
    return { owner: known(element.title, 'page' as const) };
  },
});

let stop: AbortController;
let asked: DataOf<'badges'>[];
let reads: string[];
let answer: (data: DataOf<'badges'>) => Promise<BadgesAnswer>;
let heard: Partial<Record<keyof ToPage, (data: never) => void>>;
let page: PageRef | undefined;
let sights: { elements: Set<Element>; tell: (shown: Element[], inSight: boolean) => void };
let deals: Adapter['deals'];
const recorded = vi.fn();

/** A browser that lays nothing out: what is in sight is what the test says. */
class Sight {
  readonly elements = new Set<Element>();
  constructor(callback: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    sights = {
      elements: this.elements,
      tell: (shown, isIntersecting) => {
        callback(shown.map((target) => ({ target, isIntersecting })));
      },
    };
  }
  observe(element: Element): void {
    this.elements.add(element);
  }
  unobserve(element: Element): void {
    this.elements.delete(element);
  }
  disconnect(): void {
    this.elements.clear();
  }
}

const painter: Painter = {
  draw: ({ at, badge }) => {
    const host = document.createElement(BADGE_TAG);
    host.dataset.standing = badge.standing;
    at.append(host);
    return host;
  },
  place: () => undefined,
  remove: (host) => {
    host.remove();
  },
  end: () => undefined,
};

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('IntersectionObserver', Sight);
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation(
    (callback) => window.setTimeout(callback, 0) as unknown as number,
  );
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((id) => {
    window.clearTimeout(id);
  });
  document.body.replaceChildren();
  stop = new AbortController();
  asked = [];
  reads = [];
  heard = {};
  deals = undefined;
  recorded.mockReset();
  page = { kind: 'list', ref: { crm: 'test' } };
  answer = ({ rows }) =>
    Promise.resolve({
      ok: true,
      clock: null,
      badges: rows.map(({ fields }) =>
        says(fields.owner?.is === 'value' && fields.owner.value === 'late' ? 'edge' : 'counts'),
      ),
    });
  return () => {
    stop.abort();
  };
});

function start(): void {
  const setup: BadgesSetup = {
    view: window,
    adapter: {
      meta: { id: 'test', label: 'Test', hosts: [] },
      match: () => undefined,
      recognise: () => true,
      selectors: {},
      read: () => undefined,
      fieldElement: () => undefined,
      watch: () => undefined,
      rows: (root) => [...root.querySelectorAll<HTMLElement>('li')].map(rowOf),
      ...(deals ? { deals } : {}),
    },
    locate: () => page,
    listen: (type, listener) => {
      heard[type] = listener;
    },
    client: {
      badges: (data) => {
        asked.push(data);
        return answer(data);
      },
      recordReadings: (data) => {
        recorded(data.readings.length);
        return Promise.resolve({ ok: true });
      },
    },
    send: () => Promise.reject(new Error('nobody is asked')),
    painter,
  };
  runBadges(setup, stop.signal);
}

function add(id: string, name = `Deal ${id}`, title = 'early'): HTMLElement {
  const row = document.createElement('li');
  row.id = id;
  row.title = title;
  if (id !== '') row.dataset.id = id;
  const at = document.createElement('b');
  at.textContent = name;
  row.append(at);
  document.body.append(row);
  return row;
}

/** The page's tasks and frames run until nothing is left. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}
async function show(...rows: HTMLElement[]): Promise<void> {
  await vi.waitFor(() => {
    expect(rows.filter((row) => !sights.elements.has(row))).toEqual([]);
  });
  sights.tell(rows, true);
  await rest();
}
const badgeIn = (row: HTMLElement): string | undefined =>
  row.querySelector<HTMLElement>(BADGE_TAG)?.dataset.standing;
const asks = (): number => asked.flatMap(({ rows }) => rows).length;

describe('rows', () => {
  test('in sight are read, asked about and badged; the others cost nothing', async () => {
    const [near, far] = [add('1'), add('2')];
    start();
    await show(near);
    expect([badgeIn(near), badgeIn(far)]).toEqual(['counts', undefined]);
    expect(asked).toMatchObject([{ crm: 'test', rows: [{ id: '1', name: 'Deal 1' }] }]);
    expect(new Set(reads)).toEqual(new Set(['1']));
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
    answer = () => promise;
    row.dataset.id = '2';
    await rest();
    expect(badgeIn(row)).toBeUndefined();
    resolve({ ok: true, clock: null, badges: [says('out')] });
    await rest();
    expect(badgeIn(row)).toBe('out');
  });

  test('an answer for the deal that a row showed before is dropped', async () => {
    const row = add('1');
    const first = Promise.withResolvers<BadgesAnswer>();
    const normal = answer;
    answer = () => first.promise;
    start();
    await show(row);
    row.dataset.id = '2';
    answer = normal;
    await rest();
    first.resolve({ ok: true, clock: null, badges: [says('out')] });
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

  test('a badge put into the page is no change to react to', async () => {
    const row = add('1');
    start();
    await show(row);
    const before = reads.length;
    await rest();
    expect(reads.length).toBe(before);
  });

  test('without an id that say the same have no badge; the only one of its name has', async () => {
    const rows = [add('', 'Twin'), add('', 'Twin'), add('', 'Only')];
    start();
    await show(...rows);
    expect(rows.map(badgeIn)).toEqual([undefined, undefined, 'counts']);
  });

  test('of which nobody knows the deal have none', async () => {
    const row = add('1');
    answer = () => Promise.resolve({ ok: true, clock: null, badges: [null] });
    start();
    await show(row);
    expect(asks()).toBe(1);
    expect(badgeIn(row)).toBeUndefined();
  });
});

describe('the CRM’s own list', () => {
  test('is asked page by page until every row in sight is known, and then no further', async () => {
    let pages = 0;
    const left = vi.fn();
    deals = async function* () {
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
    deals = () => {
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
    ['when the signal aborts', () => { stop.abort(); }],
    ['when the host is taken away', () => { heard.goQuiet?.({} as PageDataOf<'goQuiet'> as never); }],
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
    answer = () => Promise.resolve({ ok: false, fault: 'updated' });
    start();
    await show(add('1'));
    add('2');
    await rest();
    expect(asks()).toBe(1);
  });

  test('when the list is left for a page that is none', async () => {
    start();
    await show(add('1'));
    page = undefined;
    window.dispatchEvent(new Event('popstate'));
    expect(badges()).toBe(0);
  });

  test('on a deal’s own page: its rows are not looked for', async () => {
    page = { kind: 'deal', ref: { crm: 'test', id: '1' } };
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
  page = { kind: 'deal', ref: { crm: 'test', id: '1' } };
  window.dispatchEvent(new Event('popstate'));
  await rest();
  expect(badgeIn(row)).toBe('counts');
});

test('something kept about a deal is asked for again', async () => {
  const row = add('1');
  start();
  await show(row);
  answer = () => Promise.resolve({ ok: true, clock: null, badges: [says('none')] });
  heard.dealChanged?.({ crm: 'test', id: '1' } as never);
  await rest();
  expect(badgeIn(row)).toBe('none');
});
