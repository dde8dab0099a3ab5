// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiFixtureOf, clearCookies, stubApi } from '../../tests/crm-api.ts';
import { suggestedSchema } from '../core/suggested-schema.ts';
import type { Adapter, SuggestedGate } from '../crm/adapter.ts';
import { crmPages } from '../crm/pages.ts';
import { adapters } from '../crm/registry.ts';
import { CrmTrouble, SessionExpired } from '../crm/trouble.ts';
import { readSuggestedHere } from './options-suggested-page.ts';
import type { SentClient } from './sent-tally.ts';

const tryton = adapters.find(({ meta }) => meta.id === 'tryton')!;
const noteSent = vi.fn<SentClient['noteSent']>(() => Promise.resolve({ ok: true }));
const client: SentClient = { noteSent };
const gate: SuggestedGate = { id: 'a', kind: 'required', field: { name: 'x', label: 'X' } };

/** Opens Tryton's page, with an adapter that gives or throws what a test wants. */
function ask(suggestedGates?: Adapter['suggestedGates'], more: Partial<Adapter> = {}) {
  vi.spyOn(tryton, 'recognise').mockReturnValue(true);
  for (const pages of crmPages) vi.spyOn(pages, 'recognise').mockReturnValue(pages.id === 'tryton');
  const adapter = { ...tryton, ...(suggestedGates ? { suggestedGates } : {}), ...more };
  return readSuggestedHere(window, client, (id) => (id === 'tryton' ? adapter : undefined));
}
const at = (hash: string): void => {
  window.history.replaceState(null, '', hash);
};
afterEach(() => {
  at('#');
});
const DEAL = '#sales/model/sale.opportunity/7';

describe('asking the CRM of a page', () => {
  it('gives its rules, asked with the organisation that the address names', async () => {
    at(DEAL);
    const suggestedGates = vi.fn(() => Promise.resolve([gate]));
    expect(await ask(suggestedGates)).toEqual({ kind: 'gates', crm: 'tryton', gates: [gate] });
    expect(suggestedGates).toHaveBeenCalledWith(expect.objectContaining({ view: window }), {
      crm: 'tryton',
      org: 'sales',
    });
  });
  it('says "elsewhere" where no deal and no list is', async () => {
    expect(await ask(() => Promise.resolve([gate]))).toEqual({ kind: 'elsewhere' });
    expect(await readSuggestedHere(window, client, () => undefined)).toEqual({ kind: 'elsewhere' });
  });
  it('says "none" for a CRM that cannot tell, and for one that is not asked from its page', async () => {
    at(DEAL);
    expect(await ask()).toEqual({ kind: 'none', crm: 'tryton' });
    const meta = { ...tryton.meta, api: 'background' as const };
    expect(await ask(() => Promise.resolve([gate]), { meta })).toEqual({
      kind: 'none',
      crm: 'tryton',
    });
  });
  it.each([
    [new SessionExpired(), { kind: 'expired', crm: 'tryton' }],
    [new CrmTrouble('no-access'), { kind: 'trouble', crm: 'tryton', trouble: 'no-access' }],
    [new CrmTrouble('switched-off'), { kind: 'none', crm: 'tryton' }],
    [new Error('Bearer MARKED'), { kind: 'trouble', crm: 'tryton', trouble: 'timeout' }],
  ])('says what went wrong: %s', async (error, answer) => {
    at(DEAL);
    expect(await ask(() => Promise.reject(error))).toEqual(answer);
  });
});

const telling = adapters.flatMap((adapter) => {
  const fixture = apiFixtureOf(adapter.meta.id);
  return adapter.suggestedGates && fixture?.expected.suggestedGates
    ? [[adapter.meta.id, { adapter, fixture }] as const]
    : [];
});
describe.skipIf(telling.length === 0)('what the CRMs’ own files say', () => {
  it.each(telling)('of %s passes the check of the options page', async (_, one) => {
    const { access } = stubApi(one.fixture);
    const { ref } = one.fixture;
    const list = ref.org === undefined ? { crm: ref.crm } : { crm: ref.crm, org: ref.org };
    const gates = await one.adapter.suggestedGates!(access(new AbortController().signal), list);
    clearCookies(one.fixture);
    expect(gates.length).toBeGreaterThan(0);
    const answer = { kind: 'gates', crm: one.adapter.meta.id, gates };
    expect(suggestedSchema.parse(answer)).toEqual(answer);
  });
});
