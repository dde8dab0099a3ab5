import { dayNumber, isoOfDay } from './calendar.ts';
import type { Condition, Leaf } from './condition-schema.ts';
import type { Category, FieldName, IsoDate } from './fields.ts';
import { hiddenIn, plainly } from './plain-text.ts';
import type { AnswerRule, Gate, Playbook, Text } from './playbook.ts';

/** Something that a CRM asks for by itself; as an adapter gives it. */
export interface Suggestion {
  readonly id: string;
  readonly stage?: { readonly id: string; readonly label: string };
  readonly pipeline?: string;
  readonly field?: { readonly name: string; readonly label: string; readonly ours?: FieldName };
  readonly kind: 'required' | 'advised' | 'text';
  readonly text?: string;
}

/** What a suggestion is made into a gate with. */
export interface DraftOn {
  readonly crm: string;
  readonly crmLabel: string;
  readonly playbook: Playbook;
  /** The custom fields that Dealside reads in this CRM. */
  readonly custom: ReadonlySet<string>;
  readonly today: IsoDate;
}

/** A gate for the playbook, with the answer that it asks reps for, where it does. */
export interface GateDraft {
  readonly gate: Gate;
  readonly answer?: AnswerRule;
}

/** A suggestion as a draft; `has`: the playbook asks for it already. Or why it can be none. */
export type Drafted =
  | { readonly can: true; readonly draft: GateDraft; readonly has: boolean }
  /** `not-read`: Dealside does not read this field; `decided`: it is asked of deals that are lost; `unclear`: it says nothing. */
  | { readonly can: false; readonly why: 'not-read' | 'decided' | 'unclear' };

/** How long a gate from a CRM stands before somebody looks whether the CRM still asks for it, in days. */
const REVIEW_DAYS = 182;
/** Words that make an answer more than a yes. */
const FEW_WORDS = 3;
/** The longest text that a playbook takes is 500 characters; a stage's own words may be longer. */
const QUOTED = 300;
const NAMED = 80;

/** Makes a gate of what a CRM asks for. Pure; what it gives is checked with the whole playbook before it is published. */
export function draftGate(suggestion: Suggestion, on: DraftOn): Drafted {
  const category = categoryOf(suggestion, on);
  if (category === 'lost') return { can: false, why: 'decided' };
  const id = idOf(suggestion, on.crm);
  const need = needIn(category, suggestion.kind);
  if (suggestion.kind === 'text') {
    const words = plainly(suggestion.text ?? '').trim();
    return words === ''
      ? { can: false, why: 'unclear' }
      : textDraft(words, id, need, suggestion, on);
  }
  const field = fieldOf(suggestion, on);
  if (!suggestion.field) return { can: false, why: 'unclear' };
  if (field === undefined) return { can: false, why: 'not-read' };
  const { label, ours } = suggestion.field;
  const gate: Gate = {
    ...explained(id, suggestion, on),
    name: { en: `${cut(label, NAMED)} is filled in`, nl: `${cut(label, NAMED)} is ingevuld` },
    question: {
      en: `What would it take to fill in “${cut(label, NAMED)}”?`,
      nl: `Wat is er nodig om “${cut(label, NAMED)}” in te vullen?`,
    },
    ...(ours === undefined ? {} : { field: ours }),
    need,
    test: testOf(field),
  };
  const has = on.playbook.gates.some((each) => each.id === id || asksFor(each.test, field));
  return { can: true, draft: { gate }, has };
}

function textDraft(
  words: string,
  id: string,
  need: Gate['need'],
  suggestion: Suggestion,
  on: DraftOn,
): Drafted {
  const name = cut(words, NAMED);
  const answer: AnswerRule = {
    key: id,
    label: { en: name, nl: name },
    hint: {
      en: 'What was agreed, with whom and when.',
      nl: 'Wat er is afgesproken, met wie en wanneer.',
    },
  };
  const gate: Gate = {
    ...explained(id, suggestion, on),
    name: { en: name, nl: name },
    question: { en: 'How do we know that this is so?', nl: 'Hoe weten we dat dit zo is?' },
    answer: id,
    need,
    test: { field: `answer.${id}`, op: 'evidence', minWords: FEW_WORDS },
  };
  return {
    can: true,
    draft: { gate, answer },
    has: on.playbook.gates.some((each) => each.id === id),
  };
}

/** The parts that every rule of a playbook explains itself with: its why says that it comes from the CRM. */
function explained(id: string, suggestion: Suggestion, on: DraftOn) {
  return {
    id,
    why: whyOf(suggestion, on),
    owner: ownerOf(on.playbook),
    reviewBy: isoOfDay(dayNumber(on.today) + REVIEW_DAYS),
  };
}

function whyOf({ kind, stage, pipeline, text = '' }: Suggestion, { crmLabel }: DraftOn): Text {
  const en = stage
    ? ` from the stage “${cut(stage.label, NAMED)}” on${pipeline === undefined ? '' : ` in “${cut(pipeline, NAMED)}”`}`
    : '';
  const nl = stage
    ? ` vanaf de fase “${cut(stage.label, NAMED)}”${pipeline === undefined ? '' : ` in “${cut(pipeline, NAMED)}”`}`
    : '';
  switch (kind) {
    case 'required':
      return {
        en: `${crmLabel} requires it${en}: a deal that counts has it settled before.`,
        nl: `${crmLabel} vereist het${nl}: een deal die meetelt heeft het vooraf geregeld.`,
      };
    case 'advised':
      return {
        en: `${crmLabel} recommends it${en}.`,
        nl: `${crmLabel} raadt het aan${nl}.`,
      };
    case 'text':
      return {
        en: `${crmLabel} asks for it${en}: “${cut(text, QUOTED)}”`,
        nl: `${crmLabel} vraagt het${nl}: “${cut(text, QUOTED)}”`,
      };
  }
}

/** What the stage means in the playbook; undefined for no stage and for one that the playbook does not know. */
function categoryOf(
  { stage }: Suggestion,
  { crm, playbook }: DraftOn,
): Category | 'any' | undefined {
  if (!stage) return 'any';
  const rule = playbook.stages.find(
    (each) =>
      each.crm === crm &&
      (each.stage === stage.id ||
        each.stage.toLocaleLowerCase() === stage.label.toLocaleLowerCase()),
  );
  return rule?.category;
}

/** A CRM asks from a stage on: so in its category and in those after it. For a stage that the playbook does not know nothing is required. */
function needIn(category: Category | 'any' | undefined, kind: Suggestion['kind']): Gate['need'] {
  const need = kind === 'advised' || category === undefined ? 'advised' : 'required';
  if (category === 'commit') return { forecast: 'off', commit: need };
  // What a deal needs to be won is good to have before.
  if (category === 'won') return { forecast: 'off', commit: 'advised' };
  return { forecast: need, commit: need };
}

/** The field as a condition names it, where Dealside reads it. */
function fieldOf({ field }: Suggestion, { custom }: DraftOn): string | undefined {
  if (!field) return undefined;
  if (field.ours !== undefined) return field.ours;
  return custom.has(field.name) && hiddenIn(field.name) === undefined
    ? `custom.${field.name}`
    : undefined;
}

const testOf = (field: string): Leaf =>
  field === 'contacts' ? { field, op: 'at-least', value: '1' } : { field, op: 'is-set' };

/** True for a condition that no deal without the field meets. */
function asksFor(condition: Condition, field: string): boolean {
  if ('all' in condition) return condition.all.some((part) => asksFor(part, field));
  if ('op' in condition) return condition.field === field && condition.op !== 'is-empty';
  return false;
}

/** Whoever owns most of the gates. */
function ownerOf({ gates }: Playbook): string {
  const counts = new Map<string, number>();
  for (const { owner } of gates) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 'Sales operations';
}

const ID_LENGTH = 64;

/** The same id for the same rule, in the letters that a playbook takes; what they cannot say stands in a number at the end. */
function idOf({ id }: Suggestion, crm: string): string {
  const full = `crm-${crm}-${id}`;
  const plain = full
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/-+$/, '');
  if (plain === full && plain.length <= ID_LENGTH) return plain;
  let sum = 5381;
  for (const letter of full) sum = (Math.imul(sum, 33) ^ (letter.codePointAt(0) ?? 0)) >>> 0;
  return `${plain.slice(0, ID_LENGTH - 8)}-${sum.toString(36)}`;
}

function cut(text: string, most: number): string {
  const letters = Array.from(plainly(text).replace(/\s+/g, ' ').trim());
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

/** The playbook with these gates at its end, and what they ask reps for; those that it has stay as they are. */
export function takeDrafts(playbook: Playbook, drafts: readonly GateDraft[]): Playbook {
  const { gates, answers } = playbook;
  const newGates = drafts.filter(({ gate }) => !gates.some(({ id }) => id === gate.id));
  const newAnswers = newGates.flatMap(({ answer }) =>
    answer && !answers.some(({ key }) => key === answer.key) ? [answer] : [],
  );
  return {
    ...playbook,
    gates: [...gates, ...newGates.map(({ gate }) => gate)],
    answers: [...answers, ...newAnswers],
  };
}
