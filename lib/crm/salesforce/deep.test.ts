// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { showPage } from '../../../tests/crm-fixtures.ts';
import { known } from '../../core/fact.ts';
import { adapter } from './index.ts';
import { layersOf, MOST_NODES } from './deep.ts';

const ID = '0065g00000LxYzAAAV';
const REF = { crm: 'salesforce', id: ID };
const PAGE = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`;
const FIELD = (api: string) => `data-target-selection-name="sfdc:RecordField.Opportunity.${api}"`;

const show = (body: string): void => {
  showPage(`<!doctype html><html lang="en-US"><body>${body}</body></html>`, PAGE);
};
const pane = (inside: string): string =>
  `<div class="windowViewMode-normal active">${inside}</div>`;
const box = (api: string, text: string): string =>
  `<records-record-layout-item><div ${FIELD(api)}><div slot="outputField">${text}</div></div></records-record-layout-item>`;
const fields = () => adapter.read(document, REF)?.fields;

describe('native shadow roots', () => {
  /** A page of components: a layout with two fields, each with a value or an input slotted into it from outside. */
  const build = (mode: ShadowRootMode, typed?: string): ShadowRoot[] => {
    show(pane('<x-record-page></x-record-page>') + pane('').replace(' active', ''));
    const roots: ShadowRoot[] = [];
    const attach = (host: Element, html: string): ShadowRoot => {
      const root = host.attachShadow({ mode });
      const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
      root.append(...document.importNode(parsed.body, true).childNodes);
      roots.push(root);
      return root;
    };
    const outer = attach(
      document.querySelector('x-record-page')!,
      '<records-record-layout-item data-a><x-text slot="outputField"></x-text></records-record-layout-item>' +
        '<records-record-layout-item data-b><x-input slot="inputField"></x-input></records-record-layout-item>',
    );
    attach(
      outer.querySelector('[data-a]')!,
      `<div ${FIELD('Name')}><span class="test-id__field-value"><slot name="outputField"></slot></span><button class="inline-edit-trigger">Edit</button></div>`,
    );
    attach(
      outer.querySelector('[data-b]')!,
      `<div ${FIELD('NextStep')}><slot name="inputField"></slot></div>`,
    );
    attach(outer.querySelector('x-text')!, 'Harbour <b>sensors</b>');
    const inner = attach(outer.querySelector('x-input')!, '<input value="Call">');
    if (typed !== undefined) inner.querySelector('input')!.value = typed;
    return roots;
  };
  const harbour = known('Harbour sensors', 'page');

  it('that are open are walked where plain selectors find nothing', () => {
    const roots = build('open', 'Sign');
    expect(document.querySelector(`[${FIELD('Name')}]`)).toBeNull();
    expect(fields()).toMatchObject({ name: harbour, nextStep: known('Sign', 'typed') });
    expect(adapter.fieldElement(document, 'nextStep')).toBe(roots.at(-1)?.querySelector('input'));
  });

  it('that are closed are walked by Chromium’s way in, and by Firefox’s', () => {
    const roots = build('closed', 'Sign');
    expect(adapter.read(document, REF)).toBeUndefined();
    const rootOf = (element: Element) => roots.find(({ host }) => host === element) ?? null;
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: rootOf } });
    expect(fields()).toMatchObject({ name: harbour, nextStep: known('Sign', 'typed') });
    vi.stubGlobal('chrome', {});
    expect(adapter.read(document, REF)).toBeUndefined();
    for (const root of roots)
      Object.defineProperty(root.host, 'openOrClosedShadowRoot', { get: () => root });
    expect(fields()).toMatchObject({ name: harbour, nextStep: known('Sign', 'typed') });
  });

  it('are not read where the component around them is hidden', () => {
    build('open');
    const page = document.querySelector('x-record-page')!;
    const item = page.shadowRoot!.querySelector<HTMLElement>('[data-b]')!;
    item.style.display = 'none';
    expect(fields()).toMatchObject({ name: harbour, nextStep: { reason: 'not-on-page' } });
    (page as HTMLElement).style.display = 'none';
    expect(adapter.read(document, REF)).toBeUndefined();
  });

  it('are read as they are laid out: what no slot takes is not shown', () => {
    const roots = build('open', 'Sign');
    const item = roots.find(({ host }) => host.hasAttribute('data-b'))!;
    const slot = item.querySelector('slot')!;
    slot.name = 'outputField';
    expect(fields()).toMatchObject({ name: harbour, nextStep: { reason: 'not-readable' } });
    slot.name = 'inputField';
    expect(fields()).toMatchObject({ nextStep: known('Sign', 'typed') });
    slot.style.display = 'none';
    expect(fields()).toMatchObject({ nextStep: { reason: 'not-readable' } });
  });

  it('are looked into where a single component has one', () => {
    show(
      pane(box('Name', 'Harbour sensors') + `<div ${FIELD('NextStep')}><x-input></x-input></div>`),
    );
    const root = document.querySelector('x-input')!.attachShadow({ mode: 'open' });
    const input = document.createElement('input');
    root.append(input);
    input.value = 'Sign';
    expect(fields()).toMatchObject({ name: harbour, nextStep: known('Sign', 'typed') });
  });

  it('are not walked where plain selectors find a record', () => {
    show(pane(box('Name', 'Harbour sensors') + '<x-more></x-more>'));
    const looked = vi.fn(() => null);
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: looked } });
    expect(fields()).toMatchObject({ name: harbour });
    expect(looked).not.toHaveBeenCalledWith(document.querySelector('x-more'));
  });

  it('are walked to a bound', () => {
    show('<div></div>');
    const many = document.createElement('div');
    for (let at = 0; at < 100; at += 1) many.append(document.createElement('i'));
    const last = document.createElement('x-last');
    last.attachShadow({ mode: 'open' });
    many.append(last);
    expect(layersOf(many)).toHaveLength(2);
    vi.spyOn(many, 'querySelectorAll').mockReturnValue(
      Array.from({ length: MOST_NODES + 1 }, (_, at) =>
        at < MOST_NODES ? many.firstElementChild! : last,
      ) as never,
    );
    expect(layersOf(many)).toHaveLength(1);
  });
});
