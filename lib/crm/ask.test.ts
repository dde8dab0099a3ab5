import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Access, CrmAnswer } from './access.ts';
import { attempt, ask } from './ask.ts';
import { CrmTrouble, SessionExpired } from './trouble.ts';

const answer = (more: Partial<CrmAnswer> = {}): CrmAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  text: '{"ok":true}',
  redirected: false,
  ...more,
});
const busy = (after?: string): CrmAnswer =>
  answer({ status: 429, headers: after === undefined ? {} : { 'retry-after': after } });

let controller: AbortController;
const send = vi.fn<Access['send']>();
const access = (): Access => ({ view: {} as Window, signal: controller.signal, send });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12) });
  controller = new AbortController();
  send.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('ask', () => {
  it('gives the parsed answer, and undefined for an empty one', async () => {
    send.mockResolvedValueOnce(answer()).mockResolvedValueOnce(answer({ status: 204, text: '' }));
    expect(await ask(access(), { path: '/a' })).toEqual({ ok: true });
    expect(await ask(access(), { path: '/a' })).toBeUndefined();
  });

  it.each([
    ['401', answer({ status: 401 }), SessionExpired],
    [
      'a log-in page after a redirect',
      answer({ headers: { 'content-type': 'text/html; charset=utf-8' }, redirected: true }),
      SessionExpired,
    ],
    ['400', answer({ status: 400 }), new CrmTrouble('refused')],
    ['418', answer({ status: 418 }), new CrmTrouble('refused')],
  ])('throws for %s', async (_, given, what) => {
    send.mockResolvedValue(given);
    await expect(ask(access(), { path: '/a' })).rejects.toThrow(what);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['seconds', '3', 3000],
    ['a date', new Date(Date.UTC(2026, 10, 21, 12, 0, 9)).toUTCString(), 9000],
    ['a date that has passed', new Date(0).toUTCString(), 0],
    ['nothing', undefined, 2000],
    ['no time at all', 'soon', 2000],
  ])('waits where Retry-After is %s', async (_, after, ms) => {
    send.mockResolvedValueOnce(busy(after)).mockResolvedValueOnce(answer());
    const result = ask(access(), { path: '/a' });
    await vi.advanceTimersByTimeAsync(Math.max(ms - 1, 0));
    expect(send).toHaveBeenCalledTimes(ms === 0 ? 2 : 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toEqual({ ok: true });
  });

  it('asks three times at most, and not at all again for a long wait', async () => {
    send.mockResolvedValue(busy('1'));
    const result = expect(ask(access(), { path: '/a' })).rejects.toMatchObject({ kind: 'busy' });
    await vi.runAllTimersAsync();
    await result;
    expect(send).toHaveBeenCalledTimes(3);
    send.mockReset().mockResolvedValue(busy('31'));
    await expect(ask(access(), { path: '/a' })).rejects.toMatchObject({ kind: 'busy' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('stops waiting when it is told to, and leaves no timer', async () => {
    send.mockResolvedValue(busy('20'));
    const result = ask(access(), { path: '/a' });
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    await expect(result).rejects.toBe(controller.signal.reason);
    expect(vi.getTimerCount()).toBe(0);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('drops an answer that comes after the end', async () => {
    send.mockImplementation(() => {
      controller.abort();
      return Promise.resolve(answer());
    });
    await expect(ask(access(), { path: '/a' })).rejects.toBe(controller.signal.reason);
  });
});

describe('attempt', () => {
  it('keeps a failure to the fields that it is about', async () => {
    const failing = (error: Error) => attempt(access(), () => Promise.reject(error));
    expect(await attempt(access(), () => Promise.resolve(5))).toEqual({ got: 5 });
    expect(await failing(new CrmTrouble('no-access'))).toEqual({ reason: 'no-access' });
    expect(await failing(new CrmTrouble('down'))).toEqual({ reason: 'not-readable' });
    expect(await failing(new TypeError('x'))).toEqual({ reason: 'not-readable' });
  });

  it('lets an ended session and an abort through', async () => {
    const expired = new SessionExpired();
    await expect(attempt(access(), () => Promise.reject(expired))).rejects.toBe(expired);
    controller.abort();
    await expect(attempt(access(), () => Promise.reject(new Error('x')))).rejects.toBe(
      controller.signal.reason,
    );
  });
});
