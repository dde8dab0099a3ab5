import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import { assess } from '../../../lib/core/assess.ts';
import type { Deal, Reading } from '../../../lib/core/deal.ts';
import { unknown, type Fact } from '../../../lib/core/fact.ts';
import { isFieldName } from '../../../lib/core/field-path.ts';
import { FIELD_NAMES, FIELDS, type FieldName, type Kind } from '../../../lib/core/fields.ts';
import type { Mapping, Playbook } from '../../../lib/core/playbook.ts';
import type { Answer } from '../../../lib/core/records.ts';
import { withPart } from '../editor/parts/lists.ts';

/** A CRM in use, whatever number of sites it is on. */
export interface CrmInUse {
  readonly crm: string;
  readonly deals: number;
  /** The deal whose values are shown. */
  readonly last: Reading | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly readable: ReadonlySet<FieldName>;
  readonly custom: readonly string[];
}

/** The CRMs that deals here come from, and those that the playbook maps facts of. */
export function crmsInUse({ crms }: KnownDeals, { mapping = [] }: Playbook): readonly CrmInUse[] {
  const ids = new Set([...crms.map(({ crm }) => crm), ...mapping.map(({ crm }) => crm)]);
  return [...ids].map((crm) => {
    const sites = crms.filter((each) => each.crm === crm).toSorted((a, b) => b.deals - a.deals);
    const [most] = sites;
    return {
      crm,
      deals: sites.reduce((sum, { deals }) => sum + deals, 0),
      last: most?.last ?? null,
      answers: most?.answers ?? {},
      readable: new Set(sites.flatMap(({ readable }) => readable)),
      custom: [...new Set(sites.flatMap(({ custom }) => custom))],
    };
  });
}

/** A fact as a mapping names it: a field of the deal, or "custom.<key>". */
export type FactPath = Mapping['fact'];

/** Every fact that a playbook can ask a deal for, with its kind: the deal's own, then the team's. */
export const factsOf = ({ facts = [] }: Playbook): readonly { path: FactPath; kind: Kind }[] => [
  ...FIELD_NAMES.map((path) => ({ path, kind: FIELDS[path] })),
  ...facts.map(({ key, kind }) => ({ path: `custom.${key}`, kind })),
];

/** Texts that a choice or a set can be made of, and the other way round. */
const TEXTUAL: ReadonlySet<Kind> = new Set<Kind>(['text', 'choice', 'set']);
const NUMERIC: ReadonlySet<Kind> = new Set<Kind>(['number', 'money']);

/** True where a value of one kind can, at least sometimes, be taken as one of the other. */
export const canBe = (from: Kind, to: Kind): boolean =>
  from === to || [TEXTUAL, NUMERIC].some((kinds) => kinds.has(from) && kinds.has(to));

/** Where a mapping takes a fact from, as one text: "field:amount", "custom:Region", "answer:pain", "date:pain". */
export function idOf(from: Mapping['from']): string {
  if ('field' in from) return `field:${from.field}`;
  if ('custom' in from) return `custom:${from.custom}`;
  return `${from.part === 'date' ? 'date' : 'answer'}:${from.answer}`;
}

/** The source that such a text names; undefined for the adapter's own. */
export function fromOf(id: string): Mapping['from'] | undefined {
  const at = id.indexOf(':');
  const [what, name] = [id.slice(0, at), id.slice(at + 1)];
  switch (what) {
    case 'field':
      return { field: name as FieldName };
    case 'custom':
      return { custom: name };
    case 'answer':
      return { answer: name, part: 'text' };
    case 'date':
      return { answer: name, part: 'date' };
    default:
      return undefined;
  }
}

/** What a playbook says about where a fact comes from in a CRM; undefined where the adapter's own reading stands. */
export const mappingOf = (
  { mapping = [] }: Playbook,
  crm: string,
  fact: FactPath,
): Mapping | undefined => mapping.find((each) => each.crm === crm && each.fact === fact);

/** The playbook with a fact of a CRM taken from somewhere; without a source, as the adapter reads it. */
export function withMapping(
  playbook: Playbook,
  crm: string,
  fact: FactPath,
  from: Mapping['from'] | undefined,
): Playbook {
  const others = (playbook.mapping ?? []).filter((each) => each.crm !== crm || each.fact !== fact);
  const mapping = from ? [...others, { crm, fact, from }] : others;
  return withPart(playbook, 'mapping', mapping.length > 0 ? mapping : undefined);
}

/** The facts of the last deal as the playbook would have them read, by their paths. */
export function factsRead(
  { last, answers }: CrmInUse,
  playbook: Playbook,
  today: string,
): ((path: FactPath) => Fact<unknown>) | undefined {
  if (!last) return undefined;
  const deal: Deal = {
    ...last,
    answers,
    exceptions: [],
    parked: undefined,
    history: [],
    historySince: undefined,
  };
  const { facts } = assess(deal, { ...playbook, norms: {}, holidays: [] }, today);
  const { fields, custom } = facts;
  return (path) => {
    if (isFieldName(path)) return fields[path];
    const key = path.slice('custom.'.length);
    return (Object.hasOwn(custom, key) ? custom[key] : undefined) ?? unknown('not-offered');
  };
}
