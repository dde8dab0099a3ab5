// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TODAY } from '../../tests/builders.ts';
import { context, host, money, ref, settled, world } from '../../tests/card-world.ts';
import { empty } from '../core/fact.ts';
import type { DealContext } from '../messaging/protocol.ts';
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

  it('names a standing only once its words are drawn', async () => {
    const { page, setup, views } = world();
    const drawings: (() => void)[] = [];
    const screen: typeof setup.screen = () => ({
      render: (view, actions, drawn) => {
        views.push({ view, actions });
        drawings.push(drawn);
      },
      end: () => undefined,
    });
    page.shows = '7';
    page.values = { amount: money('5') };
    runCard({ ...setup, screen }, end.signal);
    await vi.waitFor(() => {
      expect(views.at(-1)?.view.assessment?.standing).toBe('counts');
    });
    expect(host()?.dataset.standing).toBeUndefined();
    drawings.at(-1)?.();
    expect(host()?.dataset).toMatchObject({ deal: 'test:7', standing: 'counts' });
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
    await vi.waitFor(() => {
      expect(host()?.dataset.deal).toBe('test:9');
    });
    late.resolve(context());
    await late.promise;
    expect(host()?.dataset.deal).toBe('test:9');
  });

  it('moves into the top-most dialog and back out of it', async () => {
    const { page, setup } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    const livesIn = (home: string) =>
      vi.waitFor(() => {
        expect(host()?.parentElement?.id ?? host()?.parentElement?.tagName).toBe(home);
      });
    document.documentElement.id = 'root';
    await livesIn('root');
    document.body.innerHTML =
      '<div role="dialog" id="one"></div><div role="dialog" id="two"></div>';
    await livesIn('two');
    document.body.replaceChildren();
    await livesIn('root');
    document.documentElement.removeAttribute('id');
  });

  it('comes back into a page that threw it out', async () => {
    const { page, setup, changed } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    host()?.remove();
    changed();
    expect(host()?.isConnected).toBe(true);
  });

  it('keeps its keys, presses and focus from the page', async () => {
    const { page, setup } = world();
    page.shows = '7';
    runCard(setup, end.signal);
    await settled();
    const seen = vi.fn();
    for (const type of ['keydown', 'pointerdown', 'focusin']) {
      document.addEventListener(type, seen, { signal: end.signal });
      host()
        ?.shadowRoot?.querySelector('div div')
        ?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
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
