// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deal, gate, playbook, signalRule, TODAY } from '../../tests/builders.ts';
import type { DealRef, Reading } from '../core/deal.ts';
import { empty, known, unknown } from '../core/fact.ts';
import { SessionExpired, type Adapter, type PageReading } from '../crm/adapter.ts';
import type { Client } from '../messaging/client.ts';
import type { DealContext, PageDataOf, ToPage } from '../messaging/protocol.ts';
import { runCard, type CardSetup } from './card-controller.ts';
import type { CardActions, CardView } from './card-model.ts';

const rules = playbook({
  gates: [gate('amount', { field: 'amount', op: 'more-than', value: '0' })],
  signals: [signalRule('date-passed', 1, 5)],
});

const context = (more: Partial<DealContext> = {}): DealContext => ({
  key: 'site|test||7',
  playbook: rules,
  playbookFault: null,
  records: { answers: {}, exceptions: [], parked: null, history: [], since: null, remembered: null },
  recordsFault: null,
  shown: [],
  place: null,
  clock: TODAY,
  ...more,
});

const ref = (id: string): DealRef => ({ crm: 'test', id });
const money = (amount: string) => known({ amount, currency: 'EUR' }, 'typed');

/** A page with deals: which one it shows, what is in its form, and what the CRM has saved. */
function world() {
  const page = {
    shows: undefined as string | undefined,
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
    meta: { id: 'test', label: 'Test CRM', hosts: [] },
    match: () => undefined,
    recognise: () => true,
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
      render: (view, actions) => {
        views.push({ view, actions });
        container.textContent = view.deal ? `deal ${view.deal.ref.id}` : 'loading';
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

const host = (): HTMLElement | null => document.querySelector('dealside-card');
const settled = () => vi.waitFor(() => { expect(host()?.dataset.deal).toBeDefined(); });

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
  host()?.remove();
});

describe('the card on the page', () => {
  it('comes with a deal and goes with it, without a trace', async () => {
    const before = document.documentElement.outerHTML;
    const { page, setup, changed } = world();
    runCard(setup, end.signal);
    expect(host()).toBeNull();
    page.shows = '7';
    page.values = { amount: money('5') };
    changed();
    await settled();
    expect(host()?.getAttributeNames().sort()).toEqual(['data-deal', 'data-standing']);
    expect(host()?.dataset).toMatchObject({ deal: 'test:7', standing: 'counts' });
    page.shows = undefined;
    changed();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('shows an edit at once, with no message to the background', async () => {
    const { page, setup, changed, client } = world();
    page.shows = '7';
    page.values = { amount: money('5') };
    runCard(setup, end.signal);
    await settled();
    const messages = client.openDeal.mock.calls.length;
    page.values = { amount: empty('typed') };
    changed();
    expect(host()?.dataset.standing).toBe('edge');
    expect(client.openDeal.mock.calls.length).toBe(messages);
    expect(client.recordReading).not.toHaveBeenCalled();
  });

  it('never shows one deal under the name of the next', async () => {
    const { page, setup, changed, views, client } = world();
    page.shows = '7';
    page.values = { amount: money('5') };
    runCard(setup, end.signal);
    await settled();
    const late = Promise.withResolvers<DealContext>();
    client.openDeal.mockReturnValueOnce(late.promise);
    page.shows = '8';
    changed();
    expect(host()?.dataset.deal).toBeUndefined();
    expect(views.at(-1)?.view.deal).toBeNull();
    page.shows = '9';
    changed();
    await vi.waitFor(() => { expect(host()?.dataset.deal).toBe('test:9'); });
    late.resolve(context());
    await late.promise;
    expect(host()?.dataset.deal).toBe('test:9');
  });

  it('moves into the top-most dialog and back out of it', async () => {
    const { page, setup, changed } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    expect(host()?.parentElement).toBe(document.documentElement);
    document.body.innerHTML = '<div role="dialog" id="one"></div><div role="dialog" id="two"></div>';
    changed();
    expect(host()?.parentElement?.id).toBe('two');
    document.body.replaceChildren();
    changed();
    expect(host()?.parentElement).toBe(document.documentElement);
  });

  it('keeps its keys, presses and focus from the page', async () => {
    const { page, setup } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    const seen = vi.fn();
    for (const type of ['keydown', 'pointerdown', 'focusin']) {
      document.addEventListener(type, seen, { signal: end.signal });
      host()?.shadowRoot?.querySelector('div div')?.dispatchEvent(
        new Event(type, { bubbles: true, composed: true }),
      );
    }
    expect(seen).not.toHaveBeenCalled();
  });

  it('opens and closes by the toolbar button', async () => {
    const { page, setup, announce, changed } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    announce('toggleCard', { focus: false });
    expect(host()).toBeNull();
    changed();
    expect(host()).toBeNull();
    announce('toggleCard', { focus: false });
    expect(host()).not.toBeNull();
  });
});

describe('what is kept', () => {
  it('records what a page without an API shows, never what is typed', async () => {
    const { page, setup, changed, client } = world();
    page.shows = '7';
    page.values = { amount: money('5') };
    runCard(setup, end.signal);
    await settled();
    expect(client.recordReading).not.toHaveBeenCalled();
    page.state = 'shown';
    changed();
    changed();
    expect(client.recordReading).toHaveBeenCalledTimes(1);
  });

  it('is read again after a save, here or in another tab', async () => {
    const { page, setup, announce, client, views } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    const answers = { pain: { key: 'pain', text: 'Costs a day a week', day: TODAY } };
    const records = { ...context().records!, answers };
    client.openDeal.mockResolvedValue(context({ records }));
    announce('dealChanged', { crm: 'test', id: '8' });
    expect(client.openDeal).toHaveBeenCalledTimes(1);
    announce('dealChanged', { crm: 'test', id: '7' });
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.deal?.answers).toEqual(answers);
    });
  });

  it('is said to be saved only when the background says so', async () => {
    const { page, setup, client, views } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    client.saveAnswer.mockResolvedValueOnce({ ok: false, fault: 'full' });
    const save = views.at(-1)!.actions.saveAnswer;
    expect(await save('pain', 'text')).toEqual({ ok: false, fault: 'full' });
    expect(client.openDeal).toHaveBeenCalledTimes(1);
    expect(await save('pain', 'text', '2026-07-01')).toEqual({ ok: true });
    expect(client.saveAnswer).toHaveBeenLastCalledWith({
      ref: ref('7'),
      answer: { key: 'pain', text: 'text', date: '2026-07-01', day: TODAY },
    });
  });
});

describe('the question of now', () => {
  it('is one, noted once, and gone when what raised it is gone', async () => {
    const { page, setup, changed, client, views } = world();
    page.shows = '7';
    page.values = { amount: empty('typed'), closeDate: '2026-06-01' };
    runCard(setup, end.signal);
    await settled();
    expect(views.at(-1)?.view.prompt?.id).toBe('signal:date-passed');
    expect(client.notePrompt).toHaveBeenCalledExactlyOnceWith({
      ref: ref('7'),
      prompt: 'signal:date-passed',
      day: TODAY,
      outcome: 'shown',
    });
    page.values = { amount: empty('typed'), closeDate: '2026-06-30' };
    changed();
    expect(views.at(-1)?.view.prompt).toBeNull();
    expect(client.notePrompt).toHaveBeenCalledTimes(1);
  });
});

describe('faults', () => {
  it('of the reader are one quiet line, and pass', async () => {
    const quiet = vi.spyOn(console, 'warn').mockReturnValue();
    const { page, setup, changed, views } = world();
    page.shows = '7';
    page.broken = true;
    runCard(setup, end.signal);
    await vi.waitFor(() => { expect(views.at(-1)?.view.fault).toEqual({ kind: 'page' }); });
    changed();
    expect(quiet).toHaveBeenCalledTimes(1);
    page.broken = false;
    changed();
    expect(views.at(-1)?.view).toMatchObject({ fault: null, assessment: { standing: 'unknown' } });
  });

  it('of the playbook hide everything else', async () => {
    const { page, setup, client, views } = world();
    const playbookFault = { rule: 'G3', line: 41, message: 'No such field.' };
    client.openDeal.mockResolvedValue(context({ playbook: null, playbookFault }));
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    expect(views.at(-1)?.view).toMatchObject({
      assessment: null,
      fault: { kind: 'playbook', fault: playbookFault },
    });
  });

  it('of the store make answers unread, not missing', async () => {
    const { page, setup, client, views } = world();
    client.openDeal.mockResolvedValue(context({ records: null, recordsFault: 'blocked' }));
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    expect(views.at(-1)?.view.fault).toEqual({ kind: 'records', fault: 'blocked' });
    expect(views.at(-1)?.view.deal?.answers).toBeUndefined();
  });

  it('of the session at the CRM leave the page’s own values standing', async () => {
    const { page, setup, views, adapter } = world();
    const expired = { ...adapter, fetch: () => Promise.reject(new SessionExpired()) };
    page.shows = '7';
    page.values = { amount: money('5') };
    runCard({ ...setup, adapter: expired }, end.signal);
    await vi.waitFor(() => { expect(views.at(-1)?.view.fault).toEqual({ kind: 'session' }); });
    expect(views.at(-1)?.view.assessment?.standing).toBe('counts');
  });

  it('of the CRM’s answer leave a page that cannot stand alone unread, and say so', async () => {
    const { page, setup, views, adapter } = world();
    const fetch = vi.fn(() => Promise.reject(new Error('no network')));
    page.shows = '7';
    runCard({ ...setup, adapter: { ...adapter, fetch, read: () => undefined } }, end.signal);
    await vi.waitFor(() => { expect(views.at(-1)?.view.fault).toEqual({ kind: 'page' }); });
  });

  it('of the CRM’s history cost the history alone', async () => {
    const { page, setup, views, adapter, client } = world();
    const saved = { ref: ref('7'), url: '', custom: {}, fields: deal({ account: 'Acme' }).fields };
    page.shows = '7';
    page.values = { account: unknown('not-on-page') };
    const fetch = () => Promise.resolve(saved);
    const history = () => Promise.reject(new Error('no history'));
    runCard({ ...setup, adapter: { ...adapter, fetch, history } }, end.signal);
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.deal?.fields.account).toEqual(known('Acme', 'api'));
    });
    expect(client.recordReading).toHaveBeenCalledTimes(1);
    expect(views.at(-1)?.view.fault).toBeNull();
  });

  it('of an update under the page leave a text that was being written, and nothing else', async () => {
    const { page, setup, views } = world();
    page.shows = '7';
    const first = new AbortController();
    runCard(setup, first.signal);
    await settled();
    first.abort();
    expect(host()).toBeNull();

    const second = new AbortController();
    runCard(setup, second.signal);
    await settled();
    const draft = document.createElement('textarea');
    draft.value = 'half a thought';
    host()?.shadowRoot?.append(draft);
    second.abort();
    expect(views.at(-1)?.view.fault).toEqual({ kind: 'updated' });
    expect(host()).not.toBeNull();
    runCard(setup, end.signal);
    expect(document.querySelectorAll('dealside-card')).toHaveLength(1);
  });
});
