import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition as site } from '../../tests/custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { lockedBy, NO_POLICY, readPolicy, watchPolicy } from './policy.ts';
import { checkPolicy, POLICY_LIMITS } from './policy-schema.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const KEY = `${'A'.repeat(43)}=`;
const URL_OF = 'https://intranet.example.com/playbook.json';

beforeEach(() => {
  resetFakeBrowser();
});

describe('the browser’s policy', () => {
  test('that is not there sets nothing: Firefox fails, Chrome gives nothing', async () => {
    expect(await readPolicy()).toEqual(NO_POLICY);
    fakeBrowser.world.policy = {};
    expect(await readPolicy()).toEqual(NO_POLICY);
  });

  test('is read with all its keys', async () => {
    fakeBrowser.world.policy = {
      playbook: '{"id": "ours"}',
      playbookUrl: URL_OF,
      playbookKey: KEY,
      sites: JSON.stringify([site]),
      role: 'rep',
      locked: ['data', 'playbook'],
    };
    expect(await readPolicy()).toEqual({
      playbook: '{"id": "ours"}',
      feed: { url: URL_OF, key: KEY },
      sites: [site],
      role: 'rep',
      locked: ['playbook', 'data'],
      faults: [],
    });
  });

  test('is heard when it changes, and other areas of the storage are not', () => {
    const changed = vi.fn();
    const ending = new AbortController();
    watchPolicy(changed, ending.signal);
    fakeBrowser.storage.onChanged.fire({}, 'local');
    expect(changed).not.toHaveBeenCalled();
    fakeBrowser.storage.onChanged.fire({}, 'managed');
    expect(changed).toHaveBeenCalledTimes(1);
    ending.abort();
    fakeBrowser.storage.onChanged.fire({}, 'managed');
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('a part that is wrong', () => {
  test.each([
    ['playbookUrl', 'ftp://intranet/playbook.json', 'must be a web address'],
    ['playbookUrl', 'http://example.com/playbook.json', 'must be a web address'],
    [
      'playbookUrl',
      `https://example.com/${'a'.repeat(POLICY_LIMITS.url)}`,
      'must be a web address',
    ],
    ['playbookKey', 'short', 'must be the public key'],
    ['playbookKey', 7, 'must be the public key'],
    ['sites', '{"id": "custom-a"}', 'must be a list of CRM sites'],
    ['sites', '[', 'must be a list of CRM sites'],
    ['sites', `[${'['.repeat(100)}`, 'must be a list of CRM sites'],
    ['sites', Array.from({ length: 51 }, () => site), 'holds 51 sites'],
    ['role', 'boss', 'must be one of "rep", "manager", "admin"'],
    ['role', '__proto__', 'must be one of'],
    ['locked', 'playbook', 'must be a list'],
    ['locked', ['playbok'], 'must be a list of any of "playbook"'],
  ])('%s costs itself and is named (%o)', (key, value, message) => {
    const others = { role: 'manager', locked: ['roles'], playbookUrl: URL_OF, playbookKey: KEY };
    const policy = checkPolicy({ ...others, [key]: value });
    expect(policy.faults.map((fault) => fault.key)).toContain(key);
    expect(policy.faults.find((fault) => fault.key === key)?.message).toContain(message);
    expect(policy.role).toBe(key === 'role' ? undefined : 'manager');
    expect(policy.locked).toEqual(key === 'locked' ? [] : ['roles']);
    expect(policy.feed === undefined).toBe(key.startsWith('playbook'));
  });

  test('a URL without a key, and a key without a URL, is no feed and says what is missing', () => {
    expect(checkPolicy({ playbookUrl: URL_OF })).toMatchObject({
      locked: [],
      faults: [{ key: 'playbookKey', message: expect.stringContaining('is missing') as string }],
    });
    expect(checkPolicy({ playbookKey: KEY }).faults).toMatchObject([{ key: 'playbookUrl' }]);
    expect(checkPolicy({ playbookUrl: 'x', playbookKey: KEY }).faults).toHaveLength(1);
  });

  test('one site of several costs itself, and its place is told', () => {
    const { sites, faults } = checkPolicy({ sites: [{ ...site, name: '' }, site] });
    expect(sites).toEqual([site]);
    expect(faults).toMatchObject([
      { key: 'sites', message: expect.stringContaining('1.name') as string },
    ]);
  });

  test('one lock of several costs itself', () => {
    const { locked, faults } = checkPolicy({ locked: ['data', 'everything', 3, null] });
    expect(locked).toEqual(['data']);
    expect(faults).toHaveLength(1);
  });

  test('an unknown key is named with those that there are, at most so many', () => {
    expect(checkPolicy({ playbok: 'x' }).faults).toMatchObject([
      { key: 'playbok', message: expect.stringContaining('"playbook"') as string },
    ]);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`key${i}`, i]));
    expect(checkPolicy(many).faults).toHaveLength(POLICY_LIMITS.faults);
  });

  test.each([[null], ['text'], [7], [undefined], [[]]])(
    'a policy that is %o sets nothing',
    (raw) => {
      expect(checkPolicy(raw)).toEqual(NO_POLICY);
    },
  );

  test('names of prototypes are keys like others, and reach nothing', () => {
    const raw: unknown = JSON.parse(
      '{"__proto__": {"role": "rep"}, "constructor": 1, "toString": 2, "role": "manager"}',
    );
    const { role, faults } = checkPolicy(raw);
    expect(role).toBe('manager');
    expect(faults.map(({ key }) => key)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(checkPolicy(JSON.parse('{"__proto__": {"role": "rep"}}')).role).toBeUndefined();
  });
});

describe('a playbook in the policy', () => {
  test('may be an object, as Firefox can give one: its text has lines', () => {
    expect(checkPolicy({ playbook: { id: 'ours' } })).toEqual({
      playbook: '{\n  "id": "ours"\n}',
      locked: [],
      faults: [],
    });
  });

  test.each([[7], [null], [['a']], [true]])(
    'that is %o stays a text that is none, and never gives way',
    (wrong) => {
      const { playbook, faults } = checkPolicy({ playbook: wrong });
      expect(playbook).toBe(JSON.stringify(wrong, null, 2));
      expect(faults).toMatchObject([{ key: 'playbook' }]);
    },
  );

  test('that is too long is cut, is told, and still holds the place', () => {
    const { playbook, faults } = checkPolicy({ playbook: ' '.repeat(5_000_000) });
    expect(playbook).toHaveLength(POLICY_LIMITS.text + 1);
    expect(faults).toMatchObject([
      { key: 'playbook', message: expect.stringContaining('longer') as string },
    ]);
  });
});

test('what is locked says by which key: a playbook in the policy locks it by being there', () => {
  expect(lockedBy(NO_POLICY, 'playbook')).toBeNull();
  expect(lockedBy({ ...NO_POLICY, playbook: '{}' }, 'playbook')).toBe('playbook');
  expect(lockedBy({ ...NO_POLICY, playbook: '{}' }, 'sites')).toBeNull();
  expect(lockedBy({ ...NO_POLICY, locked: ['sites'] }, 'sites')).toBe('locked');
  expect(lockedBy({ ...NO_POLICY, feed: { url: URL_OF, key: KEY } }, 'playbook')).toBeNull();
});
