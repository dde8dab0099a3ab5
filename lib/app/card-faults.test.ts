// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deal } from '../../tests/builders.ts';
import { context, host, money, ref, settled, world } from '../../tests/card-world.ts';
import { known, unknown } from '../core/fact.ts';
import { SessionExpired } from '../crm/trouble.ts';
import { runCard } from './card-controller.ts';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  document.body.replaceChildren();
  host()?.remove();
});

describe('faults', () => {
  it('of the reader are one quiet line, and pass', async () => {
    const quiet = vi.spyOn(console, 'warn').mockReturnValue();
    const { page, setup, changed, views } = world();
    page.shows = '7';
    page.broken = true;
    runCard(setup, end.signal);
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.fault).toEqual({ kind: 'page' });
    });
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
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.fault).toEqual({ kind: 'session' });
    });
    expect(views.at(-1)?.view.assessment?.standing).toBe('counts');
  });

  it('of the CRM’s answer leave a page that cannot stand alone unread, and say so', async () => {
    const { page, setup, views, adapter } = world();
    const fetch = vi.fn(() => Promise.reject(new Error('no network')));
    page.shows = '7';
    runCard({ ...setup, adapter: { ...adapter, fetch, read: () => undefined } }, end.signal);
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.fault).toEqual({ kind: 'page' });
    });
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
