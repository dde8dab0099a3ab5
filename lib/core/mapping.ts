import { isBlank, isStage } from './condition-facts.ts';
import { convertTo, convertToField, type Convert } from './convert.ts';
import type { Deal, Fields } from './deal.ts';
import { empty, known, unknown, type Fact } from './fact.ts';
import { isFieldName } from './field-path.ts';
import type { CustomValue, FieldName } from './fields.ts';
import type { Mapping, Playbook } from './playbook.ts';
import type { Change } from './records.ts';

/** What a mapping needs of a playbook. */
type Mapped = Pick<Playbook, 'mapping' | 'facts'>;

/** One mapping of a CRM, ready to be asked of many deals. */
interface Route {
  /** A field of the deal, or the key of a fact of the team's own. */
  readonly field: FieldName | undefined;
  readonly key: string;
  readonly read: (deal: Deal) => Fact<unknown>;
  readonly convert: Convert;
}

/**
 * The deal with the facts that the playbook takes from elsewhere in this deal's CRM, in the place of what its adapter
 * read. All of them are taken from what was read, so that their order makes no difference; an unsaved value of the
 * form counts as it does everywhere. *Empty* stays empty and *unknown* stays unknown; a value that does not say
 * plainly what it is in the fact's kind is *ambiguous*. History that speaks of a replaced field is left out.
 * Without a mapping for its CRM the same deal comes back.
 */
export function mapDeal(deal: Deal, playbook: Mapped): Deal {
  if (!playbook.mapping) return deal;
  const routes = routesOf(playbook, deal.ref.crm);
  if (routes.length === 0) return deal;
  const fields: Partial<Record<FieldName, Fact<unknown>>> = {};
  const custom: Record<string, Fact<CustomValue>> = {};
  for (const { field, key, read, convert } of routes) {
    const fact = tryRead(deal, read, convert);
    if (field === 'stage') fields.stage = withState(fact, deal.fields.stage);
    else if (field) fields[field] = fact;
    else custom[key] = fact as Fact<CustomValue>;
  }
  return {
    ...deal,
    ...historyBeside(deal, fields),
    fields: { ...deal.fields, ...fields } as Fields,
    custom: { ...deal.custom, ...custom },
  };
}

/** By playbook and CRM. */
const compiled = new WeakMap<Mapped, Map<string, readonly Route[]>>();

function routesOf(playbook: Mapped, crm: string): readonly Route[] {
  let byCrm = compiled.get(playbook);
  if (!byCrm) compiled.set(playbook, (byCrm = new Map<string, readonly Route[]>()));
  let routes = byCrm.get(crm);
  if (!routes) {
    const own = (playbook.mapping ?? []).filter((mapping) => mapping.crm === crm);
    byCrm.set(crm, (routes = own.map((mapping) => routeOf(mapping, playbook))));
  }
  return routes;
}

function routeOf({ fact, from }: Mapping, { facts }: Mapped): Route {
  const read = readerOf(from);
  if (isFieldName(fact)) return { field: fact, key: '', read, convert: convertToField(fact) };
  const key = fact.slice('custom.'.length);
  const kind = facts?.find((rule) => rule.key === key)?.kind;
  return { field: undefined, key, read, convert: convertTo(kind) };
}

/** A custom field that the reading lacks was not read: nobody knows that the CRM has none. */
const NOT_READ = unknown('not-on-page');
const NOT_READABLE = unknown('not-readable');
const NO_ANSWER = empty('answer');

function readerOf(from: Mapping['from']): Route['read'] {
  if ('field' in from) return ({ fields }) => fields[from.field];
  if ('custom' in from) {
    const name = from.custom;
    return ({ custom }) => (Object.hasOwn(custom, name) ? custom[name] : undefined) ?? NOT_READ;
  }
  return ({ answers }) => {
    if (!answers) return NOT_READABLE;
    const answer = Object.hasOwn(answers, from.answer) ? answers[from.answer] : undefined;
    const value = answer?.[from.part];
    return value === undefined ? NO_ANSWER : known(value, 'answer');
  };
}

/** A fact that fails costs itself alone, and is never taken from where the adapter read it. */
function tryRead(deal: Deal, read: Route['read'], convert: Convert): Fact<unknown> {
  try {
    return converted(read(deal), convert);
  } catch {
    return NOT_READABLE;
  }
}

function converted(fact: Fact<unknown>, convert: Convert): Fact<unknown> {
  if (fact.is !== 'value') return fact;
  if (isBlank(fact.value)) return empty(fact.source);
  const value = convert(fact.value);
  return value === undefined ? ambiguous(fact.value) : known(value, fact.source);
}

const ambiguous = (value: unknown): Fact<never> =>
  typeof value === 'string' || typeof value === 'number'
    ? unknown('ambiguous', String(value))
    : unknown('ambiguous');

/** A stage that is named elsewhere is open, won or lost as the CRM's own stage is; without that, nobody knows. */
function withState(fact: Fact<unknown>, own: Fields['stage']): Fact<unknown> {
  if (fact.is !== 'value' || isStage(fact.value)) return fact;
  if (own.is !== 'value') return ambiguous(fact.value);
  const label = String(fact.value);
  return known({ id: label, label, state: own.value.state }, fact.source);
}

/** The kept changes of a field say nothing of what stands in its place, nor does the day since when they are complete. */
function historyBeside(
  { history, historySince }: Deal,
  fields: Partial<Record<FieldName, unknown>>,
): { readonly history: readonly Change[]; readonly historySince: string | undefined } {
  return {
    history: history.filter(({ field }) => !Object.hasOwn(fields, field)),
    historySince: 'closeDate' in fields || 'stage' in fields ? undefined : historySince,
  };
}
