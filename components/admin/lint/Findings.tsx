import { useId } from 'react';
import type { Language } from '../../../lib/app/catalogues.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { LintFinding } from '../../../lib/core/lint/finding.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Say } from '../../options/say.ts';
import { findingSentence } from './words.ts';

interface Props {
  readonly findings: readonly LintFinding[];
  readonly say: Say;
  /** Takes the better text that a finding offers. */
  readonly onTake?: (finding: LintFinding) => void;
}

/** What is to be said about a part of the draft: errors and warnings by word and by shape, each with what mends it. */
export function Findings({ findings, say, onTake }: Props) {
  return (
    <ul className="lf-list" role="list">
      {findings.map((finding) => (
        <Finding key={keyOf(finding)} finding={finding} say={say} onTake={onTake} />
      ))}
    </ul>
  );
}

const keyOf = ({ code, path, values }: LintFinding): string =>
  [code, path.join('.'), values.field ?? ''].join(' ');

const LEVELS = {
  error: { icon: 'red', word: 'lint_error' },
  warning: { icon: 'amber', word: 'lint_warning' },
} as const;

/** In which of a text's languages a finding about its wording stands. */
const PLACES: Readonly<Record<Language, MessageKey>> = {
  en: 'lint_in_english',
  nl: 'lint_in_dutch',
};

interface FindingProps {
  readonly finding: LintFinding;
  readonly say: Say;
  readonly onTake: Props['onTake'] | undefined;
}

function Finding({ finding, say, onTake }: FindingProps) {
  const { t } = say;
  const betterId = useId();
  const { level, better, path } = finding;
  const { icon, word } = LEVELS[level];
  const place = PLACES[path.at(-1) as Language] as MessageKey | undefined;
  return (
    <li className={`lf-finding lf-${level}`}>
      <Icon name={icon} />
      <div>
        <p>
          <strong>{t(word)}</strong> {findingSentence(finding, say)}
          {place && <span className="lf-place"> {t(place)}</span>}
        </p>
        {better && (
          <div className="lf-better">
            <q id={betterId} lang={better.language}>
              {better.text}
            </q>
            {onTake && (
              <Button
                look="quiet"
                aria-describedby={betterId}
                onClick={() => {
                  onTake(finding);
                }}
              >
                {t('lint_take')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
