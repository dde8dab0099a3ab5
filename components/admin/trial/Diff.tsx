import { useMemo } from 'react';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say, Says } from '../../options/say.ts';
import type { DiffItem, DiffLine, DiffPart } from './diff-model.ts';
import { playbookDiff } from './diff-words.ts';

export interface DiffProps {
  readonly before: Playbook;
  readonly after: Playbook;
  readonly say: Say;
  /** Not needed: texts are compared language by language, and sentences read back in the screen's own. */
  readonly says?: Says;
}

/** What one playbook changes of another, in plain words: every rule and setting, and for each how it was and is. */
export function Diff({ before, after, say }: DiffProps) {
  const parts = useMemo(() => playbookDiff(before, after, say), [before, after, say]);
  if (parts.length === 0) return <p className="tr-diff-none">{say.t('diff_none')}</p>;
  return (
    <div className="tr-diff">
      {parts.map((part) => (
        <Part key={part.id} part={part} say={say} />
      ))}
    </div>
  );
}

function Part({ part, say }: { readonly part: DiffPart; readonly say: Say }) {
  const { title, items, lines, order } = part;
  return (
    <div role="group" aria-label={title} className="tr-diff-part">
      <p className="tr-diff-title">{title}</p>
      <ul className="tr-diff-items">
        {items.map((item) => (
          <Item key={`${item.is} ${item.key}`} item={item} say={say} />
        ))}
        {order.length > 0 && (
          <li>
            <p>{say.t('diff_order')}</p>
            <ol className="tr-diff-order">
              {order.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ol>
          </li>
        )}
      </ul>
      {lines.length > 0 && <Lines lines={lines} say={say} />}
    </div>
  );
}

const IS_KEYS: Readonly<Record<DiffItem['is'], MessageKey>> = {
  added: 'diff_added',
  gone: 'diff_gone',
  changed: 'diff_changed',
};

function Item({ item, say }: { readonly item: DiffItem; readonly say: Say }) {
  const { is, name, about, lines } = item;
  return (
    <li className={`tr-diff-item tr-diff-${is}`}>
      <p>
        <span className="op-tag">{say.t(IS_KEYS[is])}</span>{' '}
        <span className="op-strong">{name}</span>
      </p>
      {about !== '' && <p className="op-small">{about}</p>}
      {lines.length > 0 && <Lines lines={lines} say={say} />}
    </li>
  );
}

function Lines({ lines, say: { t } }: { readonly lines: readonly DiffLine[]; readonly say: Say }) {
  return (
    <dl className="tr-diff-lines">
      {lines.map(({ what, before, after }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd className="tr-diff-before">
            <span className="tr-diff-side">{t('diff_before')}</span>
            {before === '' ? <i>{t('diff_nothing')}</i> : before}
          </dd>
          <dd className="tr-diff-after">
            <span className="tr-diff-side">{t('diff_after')}</span>
            {after === '' ? <i>{t('diff_nothing')}</i> : after}
          </dd>
        </div>
      ))}
    </dl>
  );
}
