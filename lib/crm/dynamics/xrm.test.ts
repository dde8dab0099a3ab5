// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showPage } from '../../../tests/crm-fixtures.ts';
import { known, unknown } from '../../core/fact.ts';
import {
  column,
  HTML,
  ID,
  install,
  read,
  REF,
  SAVED,
  saved,
  URL_,
  xrm,
} from './fixtures/form-world.ts';
import { adapter } from './index.ts';
import { ANSWER, answerForms, ASK, END, formAnswer } from './page-script.ts';
import { formOf } from './xrm.ts';

beforeEach(() => {
  showPage(HTML, URL_);
});
afterEach(() => {
  document.dispatchEvent(new CustomEvent(END));
});

describe('the page’s script', () => {
  const throws = () => {
    throw new Error('planted');
  };
  it.each([
    ['no interface', undefined],
    ['an interface that throws', new Proxy({}, { get: throws })],
    ['a form that throws', { Page: new Proxy({}, { get: throws }) }],
    [
      'an id that throws',
      { Page: { data: { entity: { getEntityName: () => 'opportunity', getId: throws } } } },
    ],
    [
      'methods that are none',
      { Page: { data: { entity: { getEntityName: 'opportunity', getId: ID } } } },
    ],
  ])('says nothing, and throws nothing, with %s', (_, page) => {
    expect(formAnswer({ Xrm: page })).toBeUndefined();
  });

  it('one column that throws costs itself alone', () => {
    const bad = { getValue: throws, getIsDirty: throws, getUserPrivilege: throws };
    install(
      xrm({ columns: { estimatedvalue: bad, closeprobability: column({ toJSON: throws }) } }),
    );
    expect(read()?.fields).toMatchObject({
      amount: unknown('not-readable'),
      probability: unknown('not-readable'),
      closeDate: SAVED.closeDate,
    });
  });

  it('reads and does nothing else', () => {
    const calls: string[] = [];
    const watched = (target: unknown, path: string): unknown =>
      typeof target !== 'object' && typeof target !== 'function'
        ? target
        : new Proxy(target!, {
            get: (of, key) => {
              calls.push(`${path}.${String(key)}`);
              return watched(Reflect.get(of, key), `${path}.${String(key)}`);
            },
            set: () => {
              throw new Error('changed');
            },
          });
    formAnswer({ Xrm: watched({ Page: { getAttribute: () => null, data: {} } }, 'Xrm') });
    expect(calls.length).toBeGreaterThan(0);
    expect(
      calls.filter((call) => /\.(?:set|save|refresh|remove|add|fire|move)/.test(call)),
    ).toEqual([]);
  });

  it('answers once, however often it was put on the page, and adds nothing to it', () => {
    vi.stubGlobal('Xrm', xrm());
    const before = Object.getOwnPropertyNames(window);
    const answers = vi.fn();
    answerForms(window);
    answerForms(window);
    document.addEventListener(ANSWER, answers);
    document.dispatchEvent(new CustomEvent(ASK));
    document.removeEventListener(ANSWER, answers);
    expect(answers).toHaveBeenCalledTimes(1);
    expect(Object.getOwnPropertyNames(window)).toEqual(before);
  });

  it('ends with the watch', () => {
    install(xrm());
    const stop = new AbortController();
    adapter.watch(window, stop.signal, () => undefined);
    const answers = vi.fn();
    document.addEventListener(ANSWER, answers);
    document.dispatchEvent(new CustomEvent(ASK));
    stop.abort();
    document.dispatchEvent(new CustomEvent(ASK));
    document.removeEventListener(ANSWER, answers);
    expect(answers).toHaveBeenCalledTimes(1);
  });
});

describe('a hostile answer', () => {
  const base = { entity: 'opportunity', id: ID, values: { name: { value: 'x', dirty: true } } };
  const form = (detail: unknown) =>
    formOf(typeof detail === 'object' ? JSON.stringify(detail) : detail, REF);

  it.each([
    ['no text', 7],
    ['an object', new Date(0)],
    ['no JSON', '{"entity":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['too long', JSON.stringify({ ...base, process: 'x'.repeat(70_000) })],
    ['an id that is no text', { ...base, id: { toLowerCase: 'x' } }],
    ['values that are a list', { ...base, values: ['x'] }],
  ])('%s is none', (_, detail) => {
    expect(form(detail instanceof Date ? detail.valueOf() : detail)).toBeUndefined();
  });

  it.each([
    ['a wrong id', { ...base, id: '3f2504e0-4f89-41d3-9a0c-0305e82c3302' }],
    ['an id with more behind it', { ...base, id: `${ID}x` }],
    ['another entity', { ...base, entity: 'Opportunity' }],
  ])('%s is of another record', (_, detail) => {
    expect(form(detail)).toBe('elsewhere');
  });

  it('gives no value that is of another type, and no key that is not asked for', () => {
    const text = `{"entity":"opportunity","id":"${ID}","values":{"__proto__":{"value":"p"},"constructor":{"value":"c"},
      "name":{"value":["x"]},"estimatedvalue":{"value":{"amount":1}},"closeprobability":"60",
      "estimatedclosedate":{"value":true},"ownerid":{"value":"Rita","dirty":"yes"}},"stage":{"id":"1","name":"x"},"process":7}`;
    const found = form(text);
    expect(found).toEqual({
      values: {
        name: { fault: 'not-readable' },
        estimatedvalue: { fault: 'not-readable' },
        closeprobability: { fault: 'not-readable' },
        estimatedclosedate: { fault: 'not-readable' },
        ownerid: { value: 'Rita', dirty: false },
      },
    });
    expect(({} as { value?: unknown }).value).toBeUndefined();
  });

  it('gives facts of the right kinds, or none: markup stays text, and numbers that are none are not read', () => {
    document.addEventListener(
      ASK,
      () => {
        const values = {
          name: { value: '<img src=x onerror=alert(1)>', dirty: true },
          estimatedvalue: { value: '48000', dirty: true },
          estimatedclosedate: { value: '2026-13-45', dirty: true },
          closeprobability: { value: 400, dirty: true },
          msdyn_forecastcategory: { value: 'commit', dirty: true },
        };
        const detail = JSON.stringify({ entity: 'opportunity', id: ID, values });
        document.dispatchEvent(new CustomEvent(ANSWER, { detail }));
      },
      { once: true },
    );
    expect(read()?.fields).toMatchObject({
      name: known('<img src=x onerror=alert(1)>', 'typed'),
      amount: unknown('not-readable', '48000'),
      closeDate: unknown('not-readable', '2026-13-45'),
      probability: unknown('not-readable', '400'),
      forecastCategory: unknown('not-readable', 'commit'),
    });
  });

  it('that is not fit to use leaves the page’s elements', () => {
    document.addEventListener(
      ASK,
      () => {
        document.dispatchEvent(new CustomEvent(ANSWER, { detail: 'nonsense' }));
      },
      { once: true },
    );
    expect(
      read(saved({ amount: known({ amount: '48000', currency: 'EUR' }, 'api') }))?.fields.amount,
    ).toEqual(known({ amount: '48000', currency: 'EUR' }, 'api'));
  });
});
