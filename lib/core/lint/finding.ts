import type { Path, ProblemCode } from '../check-problem.ts';
import type { FieldName } from '../fields.ts';
import type { Language } from './language.ts';

/** What is told about a text's wording. */
export type WordingCode =
  'blame' | 'leading' | 'yes-no' | 'order' | 'several-questions' | 'exclamation' | 'ranking';

/** What is to be said; the screens have a sentence for each. */
export type LintCode =
  | ProblemCode
  | WordingCode
  | 'no-name'
  | 'no-why'
  | 'no-question'
  | 'no-owner'
  | 'no-review-date'
  | 'no-text'
  | 'no-gates'
  | 'too-long'
  | 'hidden-characters'
  | 'incomplete'
  | 'review-past'
  | 'review-far'
  | 'missing-dutch'
  | 'beyond-seen'
  | 'never-amber'
  | 'odd-number'
  | 'commit-looser'
  | 'no-prompts'
  | 'unreadable'
  | 'unmapped-fact'
  | 'mapped-from-unreadable'
  | 'gate-off'
  | 'unasked-answer'
  | 'never-shown';

/** Something that a draft should not, or perhaps should not, be published with. An error refuses publication; a warning asks. */
export interface LintFinding {
  readonly level: 'error' | 'warning';
  readonly code: LintCode;
  /** The id of the gate, signal, prompt, answer, fact or card, or the top-level part of the playbook. */
  readonly rule: string;
  /** Where it stands in the playbook. */
  readonly path: Path;
  /**
   * What the screen's sentence names. `part` is the last part of the path that has a name of its own. `field` is a
   * field's path, beside it `fieldEn` and `fieldNl` what the playbook calls it, where it has a name for it. A list,
   * such as `crms` or `parts`, has a line for each of its entries.
   */
  readonly values: Readonly<Record<string, string | number>>;
  /** A better text for this place, where one can be offered: the path is then that of the text, its language last. */
  readonly better?: { readonly language: Language; readonly text: string };
}

/** What a draft is held against beside itself. */
export interface LintWorld {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The CRMs in use here, with the fields that their adapter was able to read and the custom fields that it found. */
  readonly crms: readonly {
    readonly crm: string;
    /** What people call it; its id where this is left out. */
    readonly name?: string;
    readonly readable: readonly FieldName[];
    readonly custom: readonly string[];
  }[];
  /** By field path: the smallest and the largest value seen on deals here. */
  readonly ranges: Readonly<Record<string, { readonly low: string; readonly high: string }>>;
}

/** The findings that lie at a path or below it: those of one gate, or of one of its texts. */
export const findingsAt = (findings: readonly LintFinding[], prefix: Path): LintFinding[] =>
  findings.filter(({ path }) => prefix.every((step, i) => path[i] === step));
