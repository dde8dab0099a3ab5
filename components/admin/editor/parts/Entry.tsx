import { useEffect, useRef, type ReactNode } from 'react';
import type { LintFinding } from '../../../../lib/core/lint/finding.ts';
import type { Say } from '../../../options/say.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Findings } from '../../lint/Findings.tsx';

interface Props {
  readonly say: Say;
  readonly title: string;
  /** What it does, in a line. */
  readonly line?: string | undefined;
  /** A word that tells it from the others: "off". */
  readonly tag?: string | undefined;
  readonly findings: readonly LintFinding[];
  readonly onTake?: ((finding: LintFinding) => void) | undefined;
  /** The address leads here: it is open, and has the focus. */
  readonly wanted?: boolean;
  /** It was just added: it is open. */
  readonly fresh?: boolean;
  readonly children: ReactNode;
}

/** One entry of a part: folded to its name and a line, with what is to be said about it and its form under it. */
export function Entry(props: Props) {
  const { say, title, line, tag, findings, onTake, wanted = false, fresh = false } = props;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!wanted) return;
    row.current?.querySelector('button')?.focus();
    row.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  const count = findings.length;
  return (
    <li className="pt-entry" data-row ref={row}>
      <Disclosure
        key={String(wanted)}
        heading="h3"
        openAtFirst={wanted || fresh}
        summary={
          <span className="pt-summary">
            <span className="op-strong">{title === '' ? say.t('parts_unnamed') : title}</span>
            {tag !== undefined && <span className="op-tag">{tag}</span>}
            {count > 0 && (
              <span className={findings.some(isError) ? 'pt-count pt-error' : 'pt-count'}>
                {say.t('parts_findings', count)}
              </span>
            )}
            {line !== undefined && line !== '' && <span className="pt-line">{line}</span>}
          </span>
        }
      >
        <div className="pt-body">
          {count > 0 && <Findings findings={findings} say={say} {...(onTake ? { onTake } : {})} />}
          {props.children}
        </div>
      </Disclosure>
    </li>
  );
}

const isError = ({ level }: LintFinding): boolean => level === 'error';
