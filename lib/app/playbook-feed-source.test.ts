import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../tests/fake-browser.ts';
import {
  answerWith,
  check,
  follow,
  following,
  forgetRequests,
  inForce,
  keys,
  origin,
  requests,
  serve,
  signed,
  store,
  text,
  url,
  testFeedServer,
} from '../../tests/feed-kit.ts';
import { checkFeed, isDue } from './playbook-feed.ts';
import { feedAddress } from './playbook-feed-address.ts';
import { NO_STATE } from './playbook-feed-kept.ts';
import { createFeed } from './playbook-feed-page.ts';
import { startFeed } from './playbook-feed-schedule.ts';
import { publishPlaybook } from './playbook-store.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

testFeedServer();

describe('where the playbook comes from', () => {
  const policy = (set: object): void => {
    fakeBrowser.world.policy = set;
  };
  test('the policy’s own goes before all, and a wrong one is a fault that nothing stands in for', async () => {
    await following();
    policy({ playbook: text(3) });
    expect(await inForce()).toMatchObject({ source: 'policy', playbook: { version: 3 } });
    forgetRequests();
    expect(await check()).toBe('none');
    expect(requests).toEqual([]);
    policy({ playbook: '{\n"gates": }' });
    expect(await inForce()).toMatchObject({
      source: 'policy',
      playbook: null,
      playbookFault: { line: 2 },
    });
    policy({});
    expect(await inForce()).toMatchObject({ source: 'url', playbook: { version: 5 } });
  });

  test('the policy’s URL goes before the one that was set by hand', async () => {
    await follow({ url: `${origin}/by-hand` });
    policy({ playbookUrl: `${origin}/by-policy`, playbookKey: keys.publicKey });
    const file = await signed(text(8));
    answerWith((response, _, path) => {
      response.writeHead(path === '/by-policy' ? 200 : 404).end(file);
    });
    expect(await check()).toBe('taken');
    expect(await inForce()).toMatchObject({ url: `${origin}/by-policy` });
    expect(await createFeed(store).look()).toMatchObject({ by: 'policy', good: { version: 8 } });
    expect(await createFeed(store).stop()).toEqual({ ok: false, fault: 'locked' });
    expect(await createFeed(store).follow(url(), keys.publicKey)).toEqual({
      ok: false,
      fault: 'locked',
    });
  });

  test('a kept one that cannot be read is never replaced by another', async () => {
    await publishPlaybook(store, text(40), '2026-11-20');
    await following();
    await store.use((db) => db.settings.put({ key: 'playbook-feed-state', value: { good: 5 } }));
    expect(await inForce()).toMatchObject({ source: 'url', playbook: null, playbookFault: null });
    await createFeed(store).stop();
    expect(await inForce()).toMatchObject({ source: 'published', playbook: { version: 40 } });
  });
});

describe('the schedule', () => {
  const feed = { url: 'https://a.example.com/', key: 'k' };
  const at = (instant: string) => Temporal.Instant.from(instant);
  const tried = { ...NO_STATE, tried: feed, triedAt: '2026-11-20T10:00:00Z' };
  test.each([
    ['never tried', NO_STATE, '2026-11-20T10:00:01Z', true],
    ['within the hour', tried, '2026-11-20T10:59:59Z', false],
    ['after an hour', tried, '2026-11-20T11:00:00Z', true],
    ['a clock that was set back', tried, '2026-11-20T09:00:00Z', true],
    ['another key', { ...tried, tried: { ...feed, key: 'l' } }, '2026-11-20T10:01:00Z', true],
    [
      'another URL',
      { ...tried, tried: { ...feed, url: 'https://b/' } },
      '2026-11-20T10:01:00Z',
      true,
    ],
  ])('%s', (_, kept, now, due) => {
    expect(isDue(kept, feed, at(now))).toBe(due);
  });

  test('looks at the start, and when the policy changes, and only when it is due', async () => {
    await follow();
    serve(await signed(text(5)));
    const ending = new AbortController();
    startFeed(store, ending.signal);
    await expect.poll(async () => (await inForce()).playbook?.version).toBe(5);
    expect(requests).toHaveLength(1);
    expect(await checkFeed(store, ending.signal, { onlyDue: true })).toBe('none');
    fakeBrowser.world.policy = { playbookUrl: `${origin}/by-policy`, playbookKey: keys.publicKey };
    serve(await signed(text(6)));
    fakeBrowser.storage.onChanged.fire({}, 'managed');
    await expect.poll(async () => (await inForce()).playbook?.version).toBe(6);
    expect(requests).toHaveLength(2);
    ending.abort();
  });
});

test.each([
  ['https://intranet.example.com/a.json', { ok: true, open: false }],
  [' https://x.example.com/a.json#part ', { ok: true, url: 'https://x.example.com/a.json' }],
  ['http://127.0.0.1:8080/a.json', { ok: true, open: true }],
  ['http://localhost/a', { ok: true, open: true }],
  ['http://intranet/a', { ok: true, open: true }],
  ['http://files.corp/a', { ok: true, open: true }],
  ['http://10.1.2.3/a', { ok: true, open: true }],
  ['http://172.20.0.1/a', { ok: true, open: true }],
  ['http://[::1]/a', { ok: true, open: true }],
  ['http://172.32.0.1/a', { ok: false, wrong: 'open' }],
  ['http://example.com/a', { ok: false, wrong: 'open' }],
  ['http://10.1.2.3.example.com/a', { ok: false, wrong: 'open' }],
  ['http://localhost.example.com/a', { ok: false, wrong: 'open' }],
  ['ftp://intranet/a', { ok: false, wrong: 'kind' }],
  ['javascript:alert(1)', { ok: false, wrong: 'kind' }],
  ['file:///etc/passwd', { ok: false, wrong: 'kind' }],
  ['https://user:secret@example.com/', { ok: false, wrong: 'text' }],
  ['intranet/a.json', { ok: false, wrong: 'text' }],
  [`https://example.com/${'a'.repeat(2000)}`, { ok: false, wrong: 'text' }],
  ['', { ok: false, wrong: 'empty' }],
])('the address %s', (address, expected) => {
  expect(feedAddress(address)).toMatchObject(expected);
});
