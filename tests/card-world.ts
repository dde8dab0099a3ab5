import { vi } from 'vitest';
import { known } from '../lib/core/fact.ts';
import type { DealRef, Reading } from '../lib/core/deal.ts';
import type { Adapter, PageReading } from '../lib/crm/adapter.ts';
import type { Client } from '../lib/messaging/client.ts';
import type { DealContext, PageDataOf, ToPage } from '../lib/messaging/protocol.ts';
import type { CardSetup } from '../lib/app/card-controller.ts';
import type { CardActions, CardView } from '../lib/app/card-model.ts';
import { deal, gate, playbook, signalRule, TODAY } from './builders.ts';

const rules = playbook({
  gates: [gate('amount', { field: 'amount', op: 'more-than', value: '0' })],
  signals: [signalRule('date-passed', 1, 5)],
});

/** What the background answers when a deal is opened. */
export const context = (more: Partial<DealContext> = {}): DealContext => ({
  key: 'site|test||7',
  playbook: rules,
  playbookFault: null,
  records: {
    answers: {},
    exceptions: [],
    parked: null,
    disputes: [],
    history: [],
    since: null,
    remembered: null,
  },
  recordsFault: null,
  shown: [],
  place: null,
  mistrusted: [],
  clock: TODAY,
  ...more,
});

export const ref = (id: string): DealRef => ({ crm: 'test', id });
export const money = (amount: string) => known({ amount, currency: 'EUR' }, 'typed');

/** A page with deals: which one it shows, what is in its form, and what the CRM has saved. */
export function world() {
  let shows: string | undefined;
  const page = {
    get shows(): string | undefined {
      return shows;
    },
    /** A CRM gives each deal an address of its own. */
    set shows(id) {
      shows = id;
      window.history.replaceState(null, '', `#/deals/${id ?? ''}`);
    },
    values: {} as Parameters<typeof deal>[0],
    state: 'form' as PageReading['state'],
    broken: false,
  };
  const reading = (id: string): Reading => {
    const { fields, custom, url } = deal(page.values);
    return { ref: ref(id), fields, custom, url };
  };
  let change: (what: { saved: boolean }) => void = () => undefined;
  const adapter: Adapter = {
    id: 'test',
    meta: { id: 'test', label: 'Test CRM', hosts: [] },
    match: () => undefined,
    recognise: () => true,
    selectors: {},
    read: (_root, { id }) => {
      if (page.broken) throw new Error('no such element');
      return { ...reading(id), state: page.state };
    },
    fieldElement: () => undefined,
    watch: (_view, _signal, onChange) => {
      change = onChange;
    },
  };
  const ok = { ok: true } as const;
  const client = {
    openDeal: vi.fn<Client['openDeal']>(() => Promise.resolve(context())),
    recordReading: vi.fn<Client['recordReading']>(() => Promise.resolve(ok)),
    saveAnswer: vi.fn<Client['saveAnswer']>(() => Promise.resolve(ok)),
    notePrompt: vi.fn<Client['notePrompt']>(() => Promise.resolve(ok)),
    reportCheck: vi.fn<Client['reportCheck']>(() => Promise.resolve(ok)),
    savePlace: vi.fn<Client['savePlace']>(() => Promise.resolve(ok)),
  };
  const views: { view: CardView; actions: CardActions }[] = [];
  const heard: Partial<Record<keyof ToPage, (data: never) => void>> = {};
  const setup: CardSetup = {
    view: window,
    adapter,
    locate: () => (page.shows === undefined ? undefined : ref(page.shows)),
    listen: (type, listener) => {
      heard[type] = listener;
    },
    client: client as unknown as Client,
    css: '',
    mode: 'open',
    screen: (container) => ({
      render: (view, actions, drawn) => {
        views.push({ view, actions });
        container.textContent = view.deal ? `deal ${view.deal.ref.id}` : 'loading';
        drawn();
      },
      end: () => undefined,
    }),
  };
  const announce = <K extends keyof ToPage>(type: K, data: PageDataOf<K>): void => {
    heard[type]?.(data as never);
  };
  const changed = (saved = false): void => {
    change({ saved });
  };
  return { page, adapter, client, setup, views, announce, changed };
}

export const host = (): HTMLElement | null => document.querySelector('dealside-card');

/** Waits until the card shows a deal. */
export const settled = (): Promise<void> =>
  vi.waitFor(() => {
    if (host()?.dataset.deal === undefined) throw new Error('no card yet');
  });
