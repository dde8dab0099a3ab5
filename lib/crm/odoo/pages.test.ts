// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showPage } from '../../../tests/crm-fixtures.ts';
import { recognisePage } from '../pages.ts';
import { adapter } from './index.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8');
const at = (name: string, url: string): void => {
  showPage(fixture(name), url);
};
const recognised = () => recognisePage(document, new URL(location.href));
const board = { crm: 'odoo' };

describe('a path that says which action is open, and not which model', () => {
  it.each([
    'https://acme.odoo.com/odoo/action-85/12',
    'https://acme.odoo.com/odoo/crm/12',
    'https://acme.odoo.com/odoo/contacts/5/action-85/12',
  ])('%s is a deal while an opportunity’s form stands in the page', (url) => {
    at('18/contact', url);
    expect(recognised()).toBeUndefined();
    at('18/board', url);
    expect(recognised()).toBeUndefined();
    at('18/form-no-class', url);
    expect(recognised()).toEqual({ kind: 'deal', ref: { crm: 'odoo', id: '12' } });
  });

  it('is no deal for another form with a deadline, as a task has', () => {
    at('18/contact', 'https://acme.odoo.com/odoo/action-85/12');
    const name = document.querySelector('.o_field_widget[name="name"]')!;
    const deadline = name.cloneNode(true) as HTMLElement;
    deadline.setAttribute('name', 'date_deadline');
    name.after(deadline);
    expect(recognised()).toBeUndefined();
  });

  it('that names the model needs no form', () => {
    at('18/board', 'https://acme.odoo.com/odoo/crm.lead/12');
    expect(recognised()?.kind).toBe('deal');
  });

  it('is no deal for a form in a dialog alone', () => {
    at('18/form', 'https://acme.odoo.com/odoo/crm/12');
    const [manager] = document.getElementsByClassName('o_action_manager');
    manager!.classList.add('o_dialog');
    expect(recognised()).toBeUndefined();
  });
});

describe('rows', () => {
  it('are none of another page', () => {
    at('18/board', 'https://acme.odoo.com/odoo/contacts');
    expect(adapter.rows!(document, board)).toEqual([]);
  });

  it('leave out what Odoo makes up for an empty list', () => {
    at('18/board', 'https://acme.odoo.com/odoo/crm');
    expect(adapter.rows!(document, board)).toHaveLength(2);
    document.querySelector('.o_content')!.classList.add('o_view_sample_data');
    expect(adapter.rows!(document, board)).toEqual([]);
  });

  it('have their badge beside the name', () => {
    at('16/board', 'https://acme.odoo.com/web#model=crm.lead&view_type=kanban');
    expect(adapter.rows!(document, board).map((row) => row.at.className)).toEqual([
      'o_kanban_record_title',
      'o_kanban_record_title',
    ]);
    expect(adapter.rows!(document, board).every((row) => row.id === undefined)).toBe(true);
  });
});

it('goes to a field’s own input, and to the present stage', () => {
  at('18/form', 'https://acme.odoo.com/odoo/crm/12');
  expect(adapter.fieldElement(document, 'amount')?.matches('input.o_input')).toBe(true);
  expect(adapter.fieldElement(document, 'closeDate')?.matches('input.o_input')).toBe(true);
  expect(adapter.fieldElement(document, 'stage')?.dataset.value).toBe('3');
  expect(adapter.fieldElement(document, 'contacts')).toBeUndefined();
  expect(adapter.saveBar!(document)?.className).toBe('o_form_status_indicator');
});

describe('the watch', () => {
  const ended = new AbortController();
  let heard: (list: { getEntries: () => { name: string }[] }) => void = () => undefined;
  class Observer {
    static supportedEntryTypes = ['resource'];
    constructor(run: typeof heard) {
      heard = run;
    }
    observe(): void {
      /* tells by `heard` */
    }
    disconnect(): void {
      heard = () => undefined;
    }
  }
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['/web/dataset/call_kw/crm.lead/web_save', true],
    ['/web/dataset/call_kw/crm.lead/write', true],
    ['/web/dataset/call_kw/mail.activity/action_feedback', true],
    ['/web/dataset/call_button/crm.lead/action_set_won_rainbowman', true],
    ['/web/dataset/call_button', true],
    ['/mail/message/post', true],
    ['/web/dataset/call_kw/crm.lead/web_read', false],
    ['/web/dataset/call_kw/crm.lead/web_search_read', false],
    ['/web/dataset/call_kw/crm.lead/onchange', false],
    ['/web/dataset/call_kw/crm.lead/read', false],
    ['/web/dataset/call_kw/res.partner/web_save', false],
    ['/web/image/res.users/2/avatar_128', false],
  ])('after %s something may be saved: %s', async (path, saved) => {
    vi.useFakeTimers();
    at('18/form', 'https://acme.odoo.com/odoo/crm/12');
    vi.stubGlobal('PerformanceObserver', Observer);
    window.PerformanceObserver = Observer as unknown as typeof PerformanceObserver;
    const told: boolean[] = [];
    const own = new AbortController();
    adapter.watch(window, AbortSignal.any([own.signal, ended.signal]), (what) =>
      told.push(what.saved),
    );
    heard({ getEntries: () => [{ name: `https://acme.odoo.com${path}` }] });
    await vi.runAllTimersAsync();
    own.abort();
    expect(told.includes(true)).toBe(saved);
  });
});
