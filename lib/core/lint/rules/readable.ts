import { parseFieldPath } from '../../field-path.ts';
import type { FieldName } from '../../fields.ts';
import type { Mapping, Playbook } from '../../playbook.ts';
import type { LintFinding, LintWorld } from '../finding.ts';
import { leavesOf } from '../leaves.ts';

type Crm = LintWorld['crms'][number];

/** Fields that history fills in where a CRM does not tell them, with the field that it watches. */
const WATCHED: Readonly<Partial<Record<FieldName, FieldName>>> = {
  pushes: 'closeDate',
  stageEntered: 'stage',
};

/** What an answer stands in for, as its `feeds` says. */
const FED = {
  nextStep: ['nextStep', 'nextStepDate'],
  lastContact: ['lastContact', 'lastContactBy'],
} as const satisfies Record<string, readonly FieldName[]>;

/** A CRM of which nothing was read yet says nothing about what can be read in it. */
const readCrms = ({ crms }: LintWorld): Crm[] =>
  crms.filter(({ readable, custom }) => readable.length + custom.length > 0);

const namesOf = (crms: readonly Crm[]): string =>
  crms.map(({ crm, name }) => name ?? crm).join('\n');

/** Facts that conditions ask for and that cannot be read in a CRM in use: one finding for each rule and fact. */
export function findUnreadable(draft: Playbook, world: LintWorld): LintFinding[] {
  const crms = readCrms(world);
  const said = new Set<string>();
  return leavesOf(draft).flatMap(({ rule, path, leaf }): LintFinding[] => {
    const key = `${path.slice(0, 2).join('.')} ${leaf.field}`;
    if (said.has(key)) return [];
    const blind = crms.filter((crm) => !isReadable(leaf.field, crm, draft));
    if (blind.length === 0) return [];
    said.add(key);
    const values = { field: leaf.field, crms: namesOf(blind) };
    return [{ level: 'warning', code: 'unreadable', rule, path: [...path, 'field'], values }];
  });
}

function isReadable(field: string, crm: Crm, draft: Playbook): boolean {
  const path = parseFieldPath(field);
  if (!path || path.of === 'answer' || isMapped(field, crm, draft)) return true;
  return path.of === 'custom'
    ? crm.custom.includes(path.key)
    : isFieldReadable(path.name, crm, draft);
}

function isFieldReadable(field: FieldName, { readable }: Crm, { answers }: Playbook): boolean {
  const watched = WATCHED[field];
  if (readable.includes(field) || (watched && readable.includes(watched))) return true;
  return answers.some(({ feeds }) => feeds && FED[feeds].some((fed) => fed === field));
}

const isMapped = (fact: string, { crm }: Crm, { mapping = [] }: Playbook): boolean =>
  mapping.some((each) => each.crm === crm && each.fact === fact);

/** Facts of the team's own that come from nowhere in a CRM in use. */
export function findUnmapped(draft: Playbook, world: LintWorld): LintFinding[] {
  return (draft.facts ?? []).flatMap(({ key }, i): LintFinding[] => {
    const without = readCrms(world).filter((crm) => !isReadable(`custom.${key}`, crm, draft));
    if (without.length === 0) return [];
    const values = { field: `custom.${key}`, crms: namesOf(without) };
    return [{ level: 'warning', code: 'unmapped-fact', rule: key, path: ['facts', i], values }];
  });
}

/** Mappings that take a fact from where nothing was ever read in a CRM in use. */
export function findDryMappings(draft: Playbook, world: LintWorld): LintFinding[] {
  return (draft.mapping ?? []).flatMap(({ crm, fact, from }, i): LintFinding[] => {
    const known = readCrms(world).find((each) => each.crm === crm);
    if (!known || isSource(from, known, draft)) return [];
    const values = {
      field: fact,
      from: 'field' in from ? from.field : `custom.${'custom' in from ? from.custom : ''}`,
      crms: namesOf([known]),
    };
    const path = ['mapping', i, 'from'];
    return [{ level: 'warning', code: 'mapped-from-unreadable', rule: 'mapping', path, values }];
  });
}

function isSource(from: Mapping['from'], crm: Crm, draft: Playbook): boolean {
  if ('answer' in from) return true;
  return 'field' in from
    ? isFieldReadable(from.field, crm, { ...draft, answers: [] })
    : crm.custom.includes(from.custom);
}
