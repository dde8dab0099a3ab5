import type { DealRef } from '../../core/deal.ts';
import { compilePattern, pathOf, type UrlPattern } from '../../core/url-pattern.ts';
import type { Adapter, FieldSelectors, PageReading, ReadHelp } from '../adapter.ts';
import { isVisible } from '../dom.ts';
import { tellTyped } from '../form-facts.ts';
import { watchPage } from '../watch-page.ts';
import { watchArrival } from './arrival.ts';
import type { Definition, Locator } from './definition.ts';
import { paneOf, queryAll } from './find.ts';
import { makePages } from './make-pages.ts';
import { idIn } from './match.ts';
import { complete, fieldsOf, locate, readPane } from './read.ts';
import { rowsOf } from './rows.ts';

/** Makes an adapter that reads the page alone, as the definition says. */
export function makeAdapter(definition: Definition): Adapter {
  const pages = makePages(definition);
  const hasArrived = watchArrival();
  const patterns = definition.urls.deal
    .map(compilePattern)
    .filter((pattern) => typeof pattern !== 'string');

  const read = (root: Document, ref: DealRef, help: ReadHelp = {}): PageReading | undefined => {
    const page = pages.match(new URL(root.URL));
    if (page?.kind !== 'deal' || page.ref.id !== ref.id || ref.crm !== definition.id)
      return undefined;
    const pane = paneOf(root, definition);
    if (!pane || !pages.recognise(root)) return undefined;
    const { identity } = definition;
    if (identity && !namesDeal(pane, identity, patterns, ref.id)) return undefined;
    const { fields, state } = readPane(pane, definition);
    if (!identity && !hasArrived(ref.id, fields)) return undefined;
    if (state === 'shown' && fields.name?.is !== 'value') return undefined;
    const { saved } = help;
    const told = saved?.ref.id === ref.id ? tellTyped(fields, saved) : fields;
    const url = ownUrl(root.URL, definition, ref.id);
    return { ref, url, fields: complete(told), custom: {}, state };
  };

  return {
    ...pages,
    meta: { id: definition.id, label: definition.name, hosts: [] },
    selectors: selectorsOf(definition),
    read,
    ...(definition.rows ? { rows: (root) => rowsOf(root, definition) } : {}),
    fieldElement: (root, field) => {
      if (!pages.recognise(root)) return undefined;
      const pane = paneOf(root, definition);
      const found = pane && locate(pane, definition, field).found;
      return typeof found === 'object' ? found : undefined;
    },
    watch: (view, signal, onChange) => {
      watchPage(view, signal, onChange, {
        panes: (root) => [paneOf(root, definition) ?? root.body],
        maySave: ({ origin }) => origin === view.location.origin,
      });
    },
  };
}

/** True when what is visible in the pane names this deal: by its id alone, or by an address that holds it. */
function namesDeal(
  pane: HTMLElement,
  { selector, attribute }: NonNullable<Definition['identity']>,
  patterns: readonly UrlPattern[],
  id: string,
): boolean {
  const names = queryAll(pane, selector)
    .filter(isVisible)
    .flatMap((element) => {
      const value = element.getAttribute(attribute);
      if (value === null) return [];
      return value === id ? [id] : [idOfAddress(value, element.baseURI, patterns) ?? value];
    });
  return names.length > 0 && names.every((name) => name === id);
}

function idOfAddress(
  address: string,
  base: string,
  patterns: readonly UrlPattern[],
): string | undefined {
  return URL.canParse(address, base) ? idIn(patterns, pathOf(new URL(address, base))) : undefined;
}

/** The deal's own address: from a pattern that leaves nothing open, else the one that the page has. */
function ownUrl(here: string, { urls }: Definition, id: string): string {
  const plain = urls.deal.find((pattern) => !pattern.includes('*'));
  if (plain === undefined) return here;
  return new URL(
    plain.replace(':id', () => encodeURIComponent(id)),
    here,
  ).href;
}

const isSelector = (locator: Locator): locator is string => typeof locator === 'string';

/** The definition's selectors; a place that is found by its label has none. */
function selectorsOf(definition: Definition): FieldSelectors {
  const entries = fieldsOf(definition).map((field) => {
    const { shown = [], form = [] } = definition.fields[field] ?? {};
    return [field, { shown: shown.filter(isSelector), form: form.filter(isSelector) }] as const;
  });
  return Object.fromEntries(entries);
}
