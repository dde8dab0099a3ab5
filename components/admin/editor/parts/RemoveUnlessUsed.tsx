import { useState } from 'react';
import type { Say } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { RowActions } from '../../form/RowActions.tsx';
import type { Use } from './uses.ts';

interface Props {
  readonly say: Say;
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly uses: readonly Use[];
  readonly onRemove: () => void;
}

/** Removes an entry that nothing asks for; of one that is asked for it says by what, and leaves it. */
export function RemoveUnlessUsed({ say, name, uses, ...row }: Props) {
  const { t, fmt } = say;
  const [refused, setRefused] = useState(false);
  if (uses.length === 0) return <RowActions say={say} name={name} {...row} />;
  return (
    <div className="fm-row-actions">
      <Button
        look="quiet"
        data-remove
        aria-label={t('edit_row_remove_of', [name])}
        onClick={() => {
          setRefused(true);
        }}
      >
        {t('edit_row_remove')}
      </Button>
      <p role="status" className="op-small op-beside">
        {refused &&
          t('parts_used_refused', uses.length, [name, fmt.list(uses.map((use) => use.name))])}
      </p>
    </div>
  );
}
