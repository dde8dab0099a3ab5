import type { Path } from '../check-problem.ts';
import type { FieldName } from '../fields.ts';
import type { Language } from './language.ts';

/** Something that a draft should not, or perhaps should not, be published with. An error refuses publication; a warning asks. */
export interface LintFinding {
  readonly level: 'error' | 'warning';
  readonly code: string;
  /** The id of the gate, signal, prompt, answer, fact or card, or the top-level part of the playbook. */
  readonly rule: string;
  /** Where it stands in the playbook. */
  readonly path: Path;
  /** What the screen's sentence names, by name. */
  readonly values: Readonly<Record<string, string | number>>;
  /** A better text for this place, where one can be offered. */
  readonly better?: { readonly language: Language; readonly text: string };
}

/** What a draft is held against beside itself. */
export interface LintWorld {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The CRMs in use here, with the fields that their adapter was able to read and the custom fields that it found. */
  readonly crms: readonly {
    readonly crm: string;
    readonly readable: readonly FieldName[];
    readonly custom: readonly string[];
  }[];
  /** By field path: the smallest and the largest value seen on deals here. */
  readonly ranges: Readonly<Record<string, { readonly low: string; readonly high: string }>>;
}
