import { adapter } from '../../../lib/crm/salesforce/index.ts';
import type { FieldName } from '../../../lib/core/fields.ts';

/**
 * The content script of the test's own extension: Salesforce's adapter in the isolated world of a real browser. The page is served by
 * this machine, so that the adapter is told a Salesforce host; everything else of the document is the real one.
 */

const HOST = 'https://acme.lightning.force.com';

const told: Document = new Proxy(document, {
  get(target, key) {
    if (key === 'URL') return HOST + location.pathname;
    const value: unknown = Reflect.get(target, key);
    return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
  },
});

const changes = { count: 0 };
adapter.watch(window, new AbortController().signal, () => {
  changes.count += 1;
});

/** The page asks with an event; the answer is an attribute, which both worlds see. */
document.addEventListener('dealside-probe', () => {
  const page = adapter.match(new URL(told.URL));
  const reading = page?.kind === 'deal' ? adapter.read(told, page.ref) : undefined;
  const fields = ['name', 'amount', 'stage', 'closeDate'] satisfies FieldName[];
  const elements = fields.map((field) => adapter.fieldElement(told, field)?.localName ?? null);
  const answer = {
    recognised: adapter.recognise(told),
    reading: reading ?? null,
    elements,
    changes: changes.count,
    /** What plain selectors find: in a native shadow, nothing. */
    flat: document.querySelectorAll('[data-target-selection-name]').length,
  };
  document.documentElement.dataset.dealsideProbe = JSON.stringify(answer);
});
document.documentElement.dataset.dealsideReady = 'yes';
