import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { LintFinding } from '../../../lib/core/lint/finding.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Desk } from '../../options/desk.ts';

/** What each part of the editor works with. */
export interface PartProps {
  readonly desk: Desk;
  /** The draft: in the form of a playbook, with texts and groups that may still be empty. */
  readonly draft: Playbook;
  /** Changes the draft; it is kept by itself a moment later. */
  readonly change: (make: (draft: Playbook) => Playbook) => void;
  readonly known: KnownDeals;
  /** What is to be said about this part of the draft. */
  readonly findings: readonly LintFinding[];
  /** What the address says behind the part's name: a rule's id. */
  readonly rest: readonly string[];
}
