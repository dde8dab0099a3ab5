import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { ask } from '../crm/ask.ts';
import { SessionExpired } from '../crm/trouble.ts';
import { client } from '../messaging/client.ts';
import { schemas } from '../messaging/schemas.ts';
import { serve, type Handlers } from '../messaging/server.ts';
import { backgroundSend } from './background-send.ts';
import { callSalesforce } from './salesforce-session.ts';
import { turnApi } from './salesforce-setting.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const ID = '0065g00000LxYzAAAV';
const PAGE = 'https://acme.lightning.force.com';
const API = 'acme.my.salesforce.com';
const USER = '/services/oauth2/userinfo';
const sid = (domain: string) => ({
  name: 'sid',
  value: `00D000000000001!MARKED-SID-${domain}`,
  domain,
  secure: true,
  storeId: '0',
});
const COOKIES = [sid('acme.lightning.force.com'), sid(API)];

let answer: () => Promise<Response>;
const said = vi.fn<(...words: unknown[]) => void>();
const on = () => turnApi(API, true);
beforeEach(() => {
  resetFakeBrowser();
  said.mockClear();
  fakeBrowser.world.granted.add(`${PAGE}/*`);
  fakeBrowser.world.cookies = COOKIES;
  answer = () => Promise.resolve(Response.json({ user_id: '005', name: 'Mia' }));
  vi.stubGlobal('fetch', () => answer());
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation(said);
});

describe('from the page', () => {
  const stop = new AbortController();
  const listen = () => {
    vi.stubGlobal('chrome', fakeBrowser);
    fakeBrowser.world.sender = {
      ...fakeBrowser.world.sender,
      url: `${PAGE}/lightning/r/Opportunity/${ID}/view`,
    };
    const handlers = Object.fromEntries(
      Object.keys(schemas).map((type) => [type, () => Promise.resolve({ ok: true })]),
    ) as unknown as Handlers;
    const crmCall: Handlers['crmCall'] = (call, from) =>
      callSalesforce(call, from, () => undefined);
    serve({ ...handlers, crmCall }, stop.signal);
  };
  const send = backgroundSend('salesforce', client);
  const access = (signal: AbortSignal) => ({ view: globalThis as unknown as Window, signal, send });
  const { signal } = new AbortController();

  test('an adapter gets its answer by way of the background', async () => {
    listen();
    await on();
    expect(await ask(access(signal), { path: USER })).toEqual({ user_id: '005', name: 'Mia' });
    expect(said.mock.calls.flat().join(' ')).not.toContain('MARKED-SID');
  });

  test('switched off, logged out and refused are told apart', async () => {
    listen();
    const outcome = async (path: string = USER) =>
      await ask(access(signal), { path }).catch((error: unknown) => error);
    const off = await outcome();
    expect(off).toMatchObject({ kind: 'switched-off' });
    await on();
    fakeBrowser.world.cookies = [];
    expect(await outcome()).toBeInstanceOf(SessionExpired);
    expect(await outcome('/services/apexrest/x')).toMatchObject({ kind: 'refused' });
    answer = () => Promise.reject(new Error('no'));
    fakeBrowser.world.cookies = COOKIES;
    expect(await outcome()).toMatchObject({ kind: 'offline' });
    expect(said.mock.calls.flat().join(' ')).not.toContain('MARKED-SID');
  });

  test('whoever stops waiting is not kept waiting', async () => {
    const mine = new AbortController();
    const never = { crmCall: () => new Promise<never>(() => undefined) };
    const asked = backgroundSend('salesforce', never)({ path: USER }, mine.signal);
    mine.abort();
    await expect(asked).rejects.toBe(mine.signal.reason);
    await expect(backgroundSend('salesforce', never)({ path: USER }, mine.signal)).rejects.toBe(
      mine.signal.reason,
    );
  });

  test('a background that is gone is a time-out, and a method that it does not know is refused', async () => {
    const gone = { crmCall: () => Promise.resolve({ ok: false, fault: 'no-answer' } as const) };
    const through = backgroundSend('salesforce', gone);
    await expect(through({ path: '/x' }, signal)).rejects.toMatchObject({ kind: 'timeout' });
    await expect(through({ path: '/x', method: 'PATCH' }, signal)).rejects.toMatchObject({
      kind: 'refused',
    });
  });
});
