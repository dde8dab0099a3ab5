// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deal } from '../../tests/builders.ts';
import { context, host, money, ref, world } from '../../tests/card-world.ts';
import { known, unknown } from '../core/fact.ts';
import type { Reading } from '../core/deal.ts';
import type { Adapter } from '../crm/adapter.ts';
import { CrmTrouble, type TroubleKind } from '../crm/trouble.ts';
import { runCard } from './card-controller.ts';
import { CHECK_MS } from './health-check.ts';

/** The card checks its own reading of a page, and takes what is not to be believed out of it. */

const euros = (amount: string) => ({ amount, currency: 'EUR' });

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
  host()?.remove();
});

/** A CRM with an API that has an amount of 6 euros, and a page that says what a test wants it to. */
function crm(fetched: () => Promise<Partial<Reading>> = () => Promise.resolve({})) {
  const all = world();
  const fields = deal({ amount: euros('6') }).fields;
  const fetch = async (): Promise<Reading> => ({
    ref: ref(all.page.shows ?? ''),
    url: 'https://crm.example.com/',
    custom: {},
    fields,
    ...(await fetched()),
  });
  const input = document.createElement('input');
  const other = document.createElement('input');
  document.body.append(input, other);
  const adapter = {
    ...all.adapter,
    fetch,
    selectors: { amount: { shown: ['.amount'], form: ['input.amount'] } },
    fieldElement: (_: unknown, field: string) => (field === 'name' ? input : undefined),
  };
  all.page.shows = '7';
  const open = async (): Promise<void> => {
    runCard({ ...all.setup, adapter }, end.signal);
    await vi.waitFor(() => {
      expect(all.views.at(-1)?.view.deal).toBeTruthy();
    });
    await vi.advanceTimersByTimeAsync(50);
  };
  const type = (into: HTMLElement): void => {
    into.dispatchEvent(new Event('input', { bubbles: true }));
    all.changed();
  };
  const amount = () => all.views.at(-1)?.view.deal?.fields.amount;
  const reports = () => all.client.reportCheck.mock.calls.map(([{ checks }]) => checks);
  return { ...all, adapter, input, other, open, type, amount, reports };
}

/** The same CRM from its page alone. */
const withoutApi = (adapter: Adapter): Adapter =>
  Object.fromEntries(
    Object.entries(adapter).filter(([name]) => name !== 'fetch'),
  ) as unknown as Adapter;

const sleep = (): Promise<unknown> => vi.advanceTimersByTimeAsync(CHECK_MS);

describe('a page that is shown', () => {
  it('is compared once, when it has had time to fill itself', async () => {
    const { page, open, changed, reports } = crm();
    page.state = 'shown';
    page.values = { amount: known(euros('5'), 'page') };
    await open();
    expect(reports()).toEqual([]);
    page.values = { amount: known(euros('6'), 'page') };
    changed();
    await sleep();
    expect(reports()).toHaveLength(1);
    expect(reports()[0]).toContainEqual({
      field: 'amount',
      state: 'shown',
      result: 'agrees',
      selector: '.amount',
    });
    page.values = { amount: known(euros('5'), 'page') };
    changed();
    await sleep();
    expect(reports()).toHaveLength(1);
  });

  it('that differs is told with what stood there', async () => {
    const { page, open, reports } = crm();
    page.state = 'shown';
    page.values = { amount: known(euros('5'), 'page') };
    await open();
    await sleep();
    expect(reports()[0]).toContainEqual({
      field: 'amount',
      state: 'shown',
      result: 'disagrees',
      selector: '.amount',
      saw: '5 EUR',
      saved: '6 EUR',
    });
  });

  it('is not compared while nothing is known to compare it with', async () => {
    const { page, open, reports } = crm(() => Promise.reject(new CrmTrouble('down')));
    page.state = 'shown';
    await open();
    await sleep();
    expect(reports()).toEqual([]);
  });

  it('of a CRM whose API is switched off is asked only whether the fields are there', async () => {
    const { page, open, reports, views } = crm(() =>
      Promise.reject(new CrmTrouble('switched-off')),
    );
    page.state = 'shown';
    page.values = { amount: unknown('not-on-page') };
    await open();
    await sleep();
    expect(reports()).toEqual([
      [{ field: 'amount', state: 'shown', result: 'nothing-found', selector: '.amount' }],
    ]);
    expect(views.at(-1)?.view.fault).toBeNull();
  });

  it('is not reported when another deal is opened before it was done', async () => {
    const { page, open, changed, reports, client } = crm();
    page.state = 'shown';
    await open();
    page.shows = '8';
    changed();
    await sleep();
    expect(reports()).toHaveLength(1);
    expect(client.reportCheck.mock.calls[0]?.[0].ref).toEqual(ref('8'));
  });
});

describe('a form', () => {
  it('tells at the first key what agreed, and nothing that it may yet have shown', async () => {
    const { page, open, type, input, reports } = crm();
    page.values = { name: known('Fleet renewal', 'api'), amount: unknown('not-on-page') };
    await open();
    type(input);
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.every(({ result }) => result === 'agrees')).toBe(true);
    await sleep();
    expect(reports()).toHaveLength(1);
  });

  it('that is only opened after something was typed tells nothing', async () => {
    const { page, open, type, changed, other, reports } = crm();
    page.state = 'shown';
    page.values = { amount: known(euros('6'), 'page') };
    await open();
    await sleep();
    type(other);
    page.state = 'form';
    changed();
    await sleep();
    expect(reports()).toHaveLength(1);
  });
});

describe('a mistrusted field', () => {
  const mistrusted = context({ mistrusted: ['amount'] });
  it('that is typed makes the gate say that it can’t tell', async () => {
    const { page, open, client, views, amount } = crm();
    client.openDeal.mockResolvedValue(mistrusted);
    page.values = { amount: money('5') };
    await open();
    expect(amount()).toEqual(unknown('not-trusted'));
    expect(views.at(-1)?.view.assessment?.gates[0]?.state).toBe('cannot-tell');
  });

  it('that is shown is taken from the CRM’s API', async () => {
    const { page, open, client, amount } = crm();
    client.openDeal.mockResolvedValue(mistrusted);
    page.state = 'shown';
    page.values = { amount: known(euros('5'), 'page') };
    await open();
    expect(amount()).toEqual(known(euros('6'), 'api'));
  });

  it('that agrees here and now is believed at once', async () => {
    const { page, open, client, amount, changed } = crm();
    client.openDeal.mockResolvedValue(mistrusted);
    page.values = { amount: known(euros('6'), 'api') };
    await open();
    page.values = { amount: money('9') };
    changed();
    expect(amount()).toEqual(money('9'));
  });

  it('that the form does not show is as saved until something else was typed than what is believed', async () => {
    const { page, open, client, amount, type, input, other, changed } = crm();
    client.openDeal.mockResolvedValue(mistrusted);
    page.values = { amount: unknown('not-on-page') };
    await open();
    expect(amount()).toEqual(known(euros('6'), 'api'));
    type(input);
    expect(amount()).toEqual(known(euros('6'), 'api'));
    type(other);
    expect(amount()).toEqual(unknown('not-trusted'));
    changed(true);
    await vi.advanceTimersByTimeAsync(10);
    expect(amount()).toEqual(known(euros('6'), 'api'));
  });
});

it('an admin’s selectors come with the playbook and are read at once', async () => {
  const { page, open, client, amount, other, reports } = crm();
  const { playbook } = context();
  const selectors = { test: { amount: { form: ['.moved'] } } };
  client.openDeal.mockResolvedValue(context({ playbook: playbook && { ...playbook, selectors } }));
  page.values = { amount: unknown('not-on-page') };
  other.className = 'moved';
  other.value = '8';
  document.documentElement.lang = 'en';
  await open();
  expect(amount()).toEqual(known(euros('8'), 'typed'));
  await sleep();
  expect(reports()[0]?.find(({ field }) => field === 'amount')).toBeUndefined();
});

it('an admin’s selectors are read as soon as they come, with nothing else that changes', async () => {
  const { page, client, other, views, setup, adapter } = crm();
  const { playbook } = context();
  const selectors = { test: { amount: { form: ['.moved'] } } };
  client.openDeal.mockResolvedValue(context({ playbook: playbook && { ...playbook, selectors } }));
  page.values = { amount: unknown('not-on-page') };
  other.className = 'moved';
  other.value = '8';
  document.documentElement.lang = 'en';
  runCard({ ...setup, adapter: withoutApi(adapter) }, end.signal);
  await vi.waitFor(() => {
    expect(views.at(-1)?.view.deal?.fields.amount).toEqual(known({ amount: '8' }, 'typed'));
  });
});

describe('trouble with the CRM’s API', () => {
  it.each<TroubleKind>(['no-access', 'busy', 'down', 'not-json', 'timeout', 'offline', 'refused'])(
    '%s is said, and what is typed counts all the same',
    async (kind) => {
      const { page, open, views, amount } = crm(() => Promise.reject(new CrmTrouble(kind)));
      page.values = { amount: money('5') };
      await open();
      expect(views.at(-1)?.view.fault).toEqual({ kind: 'crm', trouble: kind });
      expect(amount()).toEqual(money('5'));
      expect(views.at(-1)?.view.assessment?.standing).toBe('counts');
    },
  );

  it('passes when the CRM answers again', async () => {
    let down = true;
    const { page, open, views, changed } = crm(() =>
      down ? Promise.reject(new CrmTrouble('down')) : Promise.resolve({}),
    );
    page.values = { amount: money('5') };
    await open();
    down = false;
    changed(true);
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.fault).toBeNull();
    });
  });

  it('is the least of the faults', async () => {
    const { open, views, client } = crm(() => Promise.reject(new CrmTrouble('down')));
    client.openDeal.mockResolvedValue(context({ records: null, recordsFault: 'blocked' }));
    await open();
    expect(views.at(-1)?.view.fault).toEqual({ kind: 'records', fault: 'blocked' });
  });

  it('with the history alone is no fault', async () => {
    const { page, setup, adapter, views } = crm();
    page.values = { amount: money('5') };
    const history = (): Promise<never> => Promise.reject(new CrmTrouble('down'));
    runCard({ ...setup, adapter: { ...adapter, history } }, end.signal);
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.assessment).toBeTruthy();
    });
    await vi.advanceTimersByTimeAsync(10);
    expect(views.at(-1)?.view.fault).toBeNull();
  });
});
