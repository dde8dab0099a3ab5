import type { LintFinding } from '../../../lib/core/lint/finding.ts';
import { hashOf } from '../../options/routes.ts';
import type { Say } from '../../options/say.ts';
import { Marks } from './Marks.tsx';
import { partOf, PARTS, type PartId } from './parts.ts';

interface Props {
  readonly say: Say;
  readonly current: PartId;
  readonly findings: readonly LintFinding[];
}

/** The parts of the draft, each with how much is to be said about it. */
export function PartNav({ say, current, findings }: Props) {
  return (
    <nav className="ed-parts" aria-label={say.t('edit_parts')}>
      <ul>
        {PARTS.map(({ id, title }) => (
          <li key={id}>
            <a href={hashOf('edit', id)} aria-current={id === current ? 'page' : undefined}>
              {say.t(title)}
              <Marks say={say} findings={findings.filter((each) => partOf(each) === id)} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
