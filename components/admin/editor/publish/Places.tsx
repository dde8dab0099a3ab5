import type { LintFinding } from '../../../../lib/core/lint/finding.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import type { Desk } from '../../../options/desk.ts';
import type { Say } from '../../../options/say.ts';
import { Findings } from '../../lint/Findings.tsx';
import { partOf, PARTS, placeOf } from '../parts.ts';

interface Props {
  readonly desk: Desk;
  readonly draft: Playbook;
  readonly title: string;
  readonly findings: readonly LintFinding[];
  /** The address of a place was followed. */
  readonly onClose: () => void;
}

/** What is to be said about a draft, under links to the places where it is mended. */
export function Places({ desk: { say }, draft, title, findings, onClose }: Props) {
  const places = Map.groupBy(findings, placeOf);
  return (
    <section className="ed-places" aria-label={title}>
      <h3 className="op-strong">{title}</h3>
      {[...places].map(([hash, here]) => (
        <div key={hash}>
          <p>
            <a href={hash} onClick={onClose}>
              {nameOf(here[0], draft, say)}
            </a>
          </p>
          <Findings findings={here} say={say} />
        </div>
      ))}
    </section>
  );
}

/** "Gates: “Real amount”", or the part's name alone. */
function nameOf(finding: LintFinding | undefined, draft: Playbook, { t, fmt }: Say): string {
  if (!finding) return '';
  const part = PARTS.find(({ id }) => id === partOf(finding));
  const title = part ? t(part.title) : '';
  const [top, index] = finding.path;
  const entries = (draft as Readonly<Record<string, unknown>>)[String(top)];
  if (typeof index !== 'number' || !Array.isArray(entries)) return title;
  const entry = entries[index] as Partial<Record<'name' | 'label' | 'text', { en: string }>>;
  const name = fmt.text(entry.name ?? entry.label ?? entry.text ?? { en: finding.rule });
  return t('edit_place', [title, name || finding.rule]);
}
