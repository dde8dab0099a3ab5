import type { ReactNode } from 'react';
import type { Say } from '../../options/say.ts';

interface Props {
  readonly from: ReactNode;
  readonly to: ReactNode;
  readonly say: Say;
}

/** "open → met", which a screen reader hears as "open becomes met". */
export function Becomes({ from, to, say }: Props) {
  return (
    <span className="tr-becomes">
      {from}
      <span aria-hidden="true" className="tr-arrow">
        →
      </span>
      <span className="ds-hidden"> {say.t('trial_becomes')} </span>
      {to}
    </span>
  );
}
