// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showPage } from '../../../tests/crm-fixtures.ts';
import { adapter } from './index.ts';

const ID = '0065g00000LxYzAAAV';
const PAGE = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`;

const show = (body: string): void => {
  showPage(`<!doctype html><html lang="en-US"><body>${body}</body></html>`, PAGE);
};
const pane = (inside: string): string =>
  `<div class="windowViewMode-normal active">${inside}</div>`;

describe('a watch', () => {
  let stop: AbortController;
  let heard: { saved: boolean }[];
  const told = () =>
    vi.waitFor(() => {
      expect(heard.length).toBeGreaterThan(0);
    });
  beforeEach(() => {
    stop = new AbortController();
    heard = [];
  });
  afterEach(() => {
    stop.abort();
  });
  const start = (): void => {
    adapter.watch(window, stop.signal, (what) => heard.push(what));
  };

  it('hears a change deep in native shadow roots, also in one that came later', async () => {
    show(pane('<x-page></x-page>'));
    const root = document.querySelector('x-page')!.attachShadow({ mode: 'open' });
    const field = document.createElement('div');
    field.setAttribute('data-target-selection-name', 'sfdc:RecordField.Opportunity.Name');
    root.append(field);
    start();
    const later = document.createElement('x-later');
    const inner = later.attachShadow({ mode: 'open' });
    root.append(later);
    await told();
    // The new root is looked for once the page has drawn.
    await vi.waitFor(async () => {
      heard = [];
      inner.append('text');
      await vi.waitFor(
        () => {
          expect(heard.length).toBeGreaterThan(0);
        },
        { timeout: 60 },
      );
    });
  });

  it('hears typing, and nothing after its end', async () => {
    show(pane('<input>'));
    start();
    document.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true }));
    await told();
    stop.abort();
    heard = [];
    document.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('.active')!.append('more');
    await new Promise((resolve) => window.requestAnimationFrame(resolve));
    await new Promise((resolve) => window.requestAnimationFrame(resolve));
    expect(heard).toEqual([]);
  });

  it('takes the client’s own saves for saves, and its reads for none', async () => {
    let entries: (names: string[]) => void = () => undefined;
    class Observer {
      static supportedEntryTypes = ['resource'];
      constructor(heardOf: (list: { getEntries: () => { name: string }[] }) => void) {
        entries = (names) => {
          heardOf({ getEntries: () => names.map((name) => ({ name })) });
        };
      }
      readonly observe = vi.fn();
      readonly disconnect = vi.fn();
    }
    vi.stubGlobal('PerformanceObserver', Observer);
    window.PerformanceObserver = Observer as never;
    show(pane(''));
    start();
    const aura = 'https://acme.lightning.force.com/aura?r=12&aura.RecordUi';
    entries([`${aura}.getRecordWithFields=1`, 'https://acme.lightning.force.com/x?update=1']);
    entries([`${aura}.updateRecord=1`]);
    await vi.waitFor(() => {
      expect(heard).toContainEqual({ saved: true });
    });
    expect(heard.filter(({ saved }) => saved)).toHaveLength(1);
  });
});
