// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from './adapter.ts';
import { expectOwn } from './own-requests.ts';
import { adapters } from './registry.ts';

let controller: AbortController;
const onChange = vi.fn<(what: { saved: boolean }) => void>();
const later = (ms: number): Promise<void> => vi.advanceTimersByTimeAsync(ms).then(() => undefined);
/** Longer than any page takes to settle. */
const SETTLED = 1000;

/** Every observer of requests that lives, with a way to have it see one. */
const requests = new Set<(address: string, started: number) => void>();
class FakeObserver {
  static supportedEntryTypes = ['resource'];
  readonly #seen: (address: string, started: number) => void;
  constructor(callback: (list: { getEntries(): { name: string; startTime: number }[] }) => void) {
    this.#seen = (name, startTime) => {
      callback({ getEntries: () => [{ name, startTime }] });
    };
  }
  observe(): void {
    requests.add(this.#seen);
  }
  disconnect(): void {
    requests.delete(this.#seen);
  }
}
const request = (address: string, started = performance.now()): void => {
  for (const seen of requests) seen(new URL(address, location.href).href, started);
};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  vi.stubGlobal('PerformanceObserver', FakeObserver);
  controller = new AbortController();
  onChange.mockClear();
  document.body.innerHTML = `
    <div id="tabs"><div id="tabcontent"><div class="tab-pane active"><input id="a"></div></div></div>
    <div role="dialog" id="dialog"><h2>Deal</h2><input id="b"></div>`;
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

const start = (adapter: Adapter): void => {
  adapter.watch(window, controller.signal, onChange);
};
const type = (id: string): void => {
  document.getElementById(id)!.dispatchEvent(new Event('input', { bubbles: true }));
};

describe.each(adapters.map((adapter) => [adapter.meta.id, adapter] as const))(
  '%s',
  (_, adapter) => {
    it('says nothing while nothing happens', async () => {
      start(adapter);
      await later(SETTLED);
      expect(onChange).not.toHaveBeenCalled();
    });

    it('tells of typing once in a frame, even where the page stops the event', async () => {
      document.getElementById('a')!.addEventListener('input', (event) => {
        event.stopImmediatePropagation();
      });
      start(adapter);
      for (let count = 0; count < 5; count += 1) type('a');
      await later(20);
      expect(onChange).toHaveBeenCalledExactlyOnceWith({ saved: false });
    });

    it('tells of a change of the address', async () => {
      start(adapter);
      window.dispatchEvent(new Event('hashchange'));
      await later(SETTLED);
      expect(onChange).toHaveBeenCalled();
    });

    it('does not hear Dealside’s own elements', async () => {
      start(adapter);
      for (const parent of [
        document.body,
        document.getElementById('dialog')!,
        document.querySelector('.tab-pane')!,
      ]) {
        const card = parent.appendChild(document.createElement('dealside-card'));
        card.setAttribute('data-standing', 'edge');
        card.remove();
      }
      await later(SETTLED);
      expect(onChange).not.toHaveBeenCalled();
    });

    it('leaves nothing behind when it ends', async () => {
      const add = vi.spyOn(window, 'addEventListener');
      start(adapter);
      expect(add.mock.calls.length).toBeGreaterThan(0);
      for (const [, , options] of add.mock.calls) {
        expect(options).toMatchObject({ signal: controller.signal });
      }
      type('a');
      controller.abort();
      type('b');
      document.getElementById('dialog')!.append('text');
      document.querySelector('.tab-pane')!.append('text');
      window.dispatchEvent(new Event('hashchange'));
      await later(SETTLED);
      expect(onChange).not.toHaveBeenCalled();
      expect(requests.size).toBe(0);
    });

    it('does not start when it has already ended', async () => {
      controller.abort();
      start(adapter);
      type('a');
      document.getElementById('dialog')!.append('text');
      await later(SETTLED);
      expect(onChange).not.toHaveBeenCalled();
      expect(requests.size).toBe(0);
    });
  },
);

describe('tryton', () => {
  const adapter = adapters.find(({ meta }) => meta.id === 'tryton')!;
  it('says that something may be saved when the client’s requests are over, and never after ours', async () => {
    start(adapter);
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    expectOwn(window, new URL('/sales/', location.href).href);
    request('/sales/', 1000);
    // This one the browser does not list.
    expectOwn(window, new URL('/sales/', location.href).href);
    vi.spyOn(performance, 'now').mockReturnValue(5000);
    request('/sales/bus');
    request('/locale/nl.json');
    request('https://elsewhere.example/sales/');
    await later(SETTLED);
    expect(onChange).not.toHaveBeenCalled();
    request('/sales/');
    await later(100);
    request('/sales/');
    await later(150);
    expect(onChange.mock.calls.every(([{ saved }]) => !saved)).toBe(true);
    await later(SETTLED);
    expect(onChange.mock.calls.filter(([{ saved }]) => saved)).toHaveLength(1);
  });
  it('looks again after a click: the values change without a trace', async () => {
    start(adapter);
    document.querySelector<HTMLElement>('#a')!.click();
    await later(20);
    const soon = onChange.mock.calls.length;
    expect(soon).toBeGreaterThan(0);
    await later(SETTLED);
    expect(onChange.mock.calls.length).toBeGreaterThan(soon);
  });
});

describe('atomic', () => {
  const adapter = adapters.find(({ meta }) => meta.id === 'atomic')!;
  it('hears the dialog that opens, and the ones inside, but not the board', async () => {
    start(adapter);
    document.getElementById('tabs')!.append('text');
    await later(SETTLED);
    expect(onChange).not.toHaveBeenCalled();
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    await later(SETTLED);
    expect(onChange).toHaveBeenCalledTimes(1);
    dialog.append('text');
    await later(SETTLED);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
  it('waits for an open form to follow the address', async () => {
    document.getElementById('dialog')!.innerHTML = '<form><input name="amount"></form>';
    start(adapter);
    window.dispatchEvent(new Event('hashchange'));
    document.querySelector('h2')?.append('!');
    document
      .querySelector('input[name=amount]')!
      .dispatchEvent(new Event('input', { bubbles: true }));
    await later(100);
    expect(onChange).not.toHaveBeenCalled();
    await later(SETTLED);
    expect(onChange).toHaveBeenCalledExactlyOnceWith({ saved: true });
  });
});
