/** For tests: a page with a list of rows, whose sight and answers the tests decide. */
import { beforeEach, expect, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';
import { known } from '../lib/core/fact.ts';
import type { Adapter, ListRow, PageRef } from '../lib/crm/adapter.ts';
import type { Badge, BadgesAnswer, DataOf, ToPage } from '../lib/messaging/protocol.ts';
import { runBadges, type BadgesSetup } from '../lib/app/badge-controller.ts';
import { BADGE_TAG, type Painter } from '../lib/app/badge-model.ts';

/** What the background says of a deal. */
export const says = (standing: Badge['standing']): Badge => ({
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

export let stop: AbortController;
export let asked: DataOf<'badges'>[];
export let reads: string[];
/** What was measured and drawn, in this order, by the ids of the rows. */
export let steps: string[];
export let heard: Partial<Record<keyof ToPage, (data: never) => void>>;
export let sights: { elements: Set<Element>; tell: (shown: Element[], inSight: boolean) => void };
/** What a test may change while it runs: what the background answers, what the page is, and the CRM's own list. */
export const now: {
  answer: (data: DataOf<'badges'>) => Promise<BadgesAnswer>;
  page: PageRef | undefined;
  deals: Adapter['deals'];
} = {
  answer: () => Promise.reject(new Error('not set')),
  page: undefined,
  deals: undefined,
};
export const recorded = vi.fn();

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
  plan: ({ row, at }) => {
    steps.push(`measure ${row.id}`);
    return { behind: at.firstChild as Text, move: { x: 0, y: 0 }, dark: false };
  },
  draw: ({ row, at, badge }) => {
    steps.push(`draw ${row.id}`);
    const host = document.createElement(BADGE_TAG);
    host.dataset.standing = badge.standing;
    at.append(host);
    return host;
  },
  remove: (host) => {
    host.remove();
  },
  end: () => undefined,
};

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('IntersectionObserver', Sight);
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) =>
    window.setTimeout(callback, 0),
  );
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((id) => {
    window.clearTimeout(id);
  });
  document.body.replaceChildren();
  stop = new AbortController();
  asked = [];
  reads = [];
  steps = [];
  heard = {};
  now.deals = undefined;
  recorded.mockReset();
  now.page = { kind: 'list', ref: { crm: 'test' } };
  now.answer = ({ rows }) =>
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

export function start(): void {
  const setup: BadgesSetup = {
    view: window,
    adapter: {
      id: 'test',
      meta: { id: 'test', label: 'Test', hosts: [] },
      match: () => undefined,
      recognise: () => true,
      selectors: {},
      read: () => undefined,
      fieldElement: () => undefined,
      watch: () => undefined,
      rows: (root) => [...root.querySelectorAll<HTMLElement>('li')].map(rowOf),
      ...(now.deals ? { deals: now.deals } : {}),
    },
    locate: () => now.page,
    listen: (type, listener) => {
      heard[type] = listener;
    },
    client: {
      badges: (data) => {
        asked.push(data);
        return now.answer(data);
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

export function add(id: string, name = `Deal ${id}`, title = 'early'): HTMLElement {
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
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}
export async function show(...rows: HTMLElement[]): Promise<void> {
  await vi.waitFor(() => {
    expect(rows.filter((row) => !sights.elements.has(row))).toEqual([]);
  });
  sights.tell(rows, true);
  await rest();
}
export const badgeIn = (row: HTMLElement): string | undefined =>
  row.querySelector<HTMLElement>(BADGE_TAG)?.dataset.standing;
export const asks = (): number => asked.flatMap(({ rows }) => rows).length;
