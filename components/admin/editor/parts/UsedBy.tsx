import { Fragment } from 'react';
import type { Say } from '../../../options/say.ts';
import type { Use } from './uses.ts';

interface Props {
  readonly say: Pick<Say, 't'>;
  readonly uses: readonly Use[];
  /** What is said where nothing uses it. */
  readonly none: string;
}

/** The rules that use something, each a link to where it is edited. */
export function UsedBy({ say: { t }, uses, none }: Props) {
  if (uses.length === 0) return <p className="op-small">{none}</p>;
  return (
    <p className="op-small">
      {t('parts_used_by')}{' '}
      {uses.map(({ name, hash }, at) => (
        <Fragment key={hash}>
          {at > 0 && ', '}
          <a href={hash}>{name}</a>
        </Fragment>
      ))}
    </p>
  );
}
