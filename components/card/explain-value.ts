import type { Finding } from '../../lib/core/assessment.ts';
import type { Deal } from '../../lib/core/deal.ts';
import { parseFieldPath, type FieldPath } from '../../lib/core/field-path.ts';
import type { Stage } from '../../lib/core/fields.ts';
import type { Money } from '../../lib/core/money.ts';
import type { ActivePlaybook } from '../../lib/core/playbook.ts';
import type { Words } from '../../lib/app/words.ts';
import type { Format } from './format.ts';
import { CATEGORY_KEYS, FIELD_KEYS, isCategory } from './labels.ts';

/** What a sentence about a finding may look at. */
export interface Explaining {
  readonly t: Words;
  readonly fmt: Format;
  readonly playbook: ActivePlaybook | null;
  readonly deal: Deal | null;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  readonly crmLabel: string;
  /** What stands above the sentence; a label that only repeats it is left out. */
  readonly heading?: string;
}

/** Longer texts are cut in a one-line sentence; the whole of it stands in the CRM or in the answer. */
const CLIP = 60;

/** A text on one line, cut at a word where it is long. */
export function clip(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const letters = Array.from(line);
  if (letters.length <= CLIP) return line;
  const cut = letters.slice(0, CLIP).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > CLIP / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** True when the heading above the sentence already says what the field is called. */
export const isHeaded = (label: string, { heading, fmt }: Explaining): boolean =>
  heading?.toLocaleLowerCase(fmt.locale) === label.toLocaleLowerCase(fmt.locale);

/** A text without the quotation marks that somebody put around all of it: the sentence has its own. */
const unquoted = (text: string): string => /^["“‘'„](.*)["”’'“]$/s.exec(text.trim())?.[1] ?? text;

/** What a field is called, at the start of a sentence or inside one. */
export function labelOf(
  field: string,
  on: Explaining,
  place: 'start' | 'inside' = 'start',
): string {
  const path = parseFieldPath(field);
  const label = path ? pathLabel(path, on) : field;
  return place === 'start' ? on.fmt.capital(label) : label;
}

function pathLabel(path: FieldPath, { t, fmt, playbook }: Explaining): string {
  if (path.of === 'deal') return t(FIELD_KEYS[path.name]);
  if (path.of === 'custom') return path.key;
  const rule = playbook?.answers.find(({ key }) => key === path.key);
  if (!rule) return path.key;
  return fmt.text(path.kind === 'date' ? (rule.date ?? rule.label) : rule.label);
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;
const isStage = (value: unknown): value is Stage =>
  typeof value === 'object' && value !== null && 'label' in value;

/**
 * The value that a finding read, as text: `quoted` for free text in a sentence, `bare` without the
 * quotation marks, `limit` the finding's threshold in the same unit.
 */
export function valueText(
  finding: Finding,
  on: Explaining,
  form: 'quoted' | 'bare' | 'limit' = 'quoted',
): string {
  const value = finding.read.is === 'value' ? finding.read.value : undefined;
  if (form === 'limit') return limitText(finding.limit ?? '', value, on);
  if (typeof value === 'string') return textValue(value, finding, on, form);
  if (typeof value === 'number') return on.fmt.number(value);
  if (Array.isArray(value))
    return value.length > 0 ? on.fmt.list(value.map(String)) : on.t('read_nothing');
  if (isMoney(value)) return on.fmt.money(value);
  return isStage(value) ? clip(value.label) : on.t('read_nothing');
}

function textValue(
  value: string,
  { leaf }: Finding,
  on: Explaining,
  form: 'quoted' | 'bare',
): string {
  const path = parseFieldPath(leaf.field);
  if ((path && path.of !== 'custom' && path.kind === 'date') || 'day' in leaf)
    return on.fmt.date(value);
  if (leaf.field === 'forecastCategory' && isCategory(value)) return on.t(CATEGORY_KEYS[value]);
  if (leaf.field === 'lastContactBy') return on.t(value === 'buyer' ? 'side_buyer' : 'side_us');
  return form === 'quoted' ? on.t('want_text', [clip(unquoted(value))]) : clip(unquoted(value));
}

/** A threshold beside the value that it is compared with: money in the value's own currency. */
export function limitText(limit: string, value: unknown, { fmt }: Explaining): string {
  if (isMoney(value) && value.currency !== undefined) {
    return fmt.money({ amount: limit, currency: value.currency });
  }
  return fmt.number(limit);
}
