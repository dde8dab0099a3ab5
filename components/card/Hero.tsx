import type { Explained, Standing } from '../../lib/core/assessment.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { Ring } from './Ring.tsx';
import { ringOf } from './ring-count.ts';
import { categoryLine, isDecided, standingText, windowBasis, windowLine } from './window-line.ts';

/** A shape for each standing, so that colour is not all that tells them apart. */
export const STANDING_ICONS: Readonly<Record<Standing, IconName>> = {
  counts: 'met',
  edge: 'edge',
  out: 'open',
  unknown: 'unknown',
  none: 'none',
};

/** Does this deal count? In words, with the gates as a ring, and where its date lies in the window. */
export function Hero({ assessment }: { assessment: Explained }) {
  const { t, fmt } = useCard();
  const { standing, parked } = assessment;
  const decided = isDecided(assessment);
  const tone = decided ? 'none' : standing;
  return (
    <header className={`ds-hero ds-tone-${tone}`}>
      <div className="ds-hero-top">
        {!decided && <Ring count={ringOf(assessment)} />}
        <div className="ds-hero-text">
          <h2 className="ds-standing">
            <Icon name={decided ? 'none' : STANDING_ICONS[standing]} size={18} />
            {standingText(assessment, t)}
          </h2>
          <p className="ds-about">{categoryLine(assessment, t)}</p>
        </div>
      </div>
      {!decided && (
        <>
          <p className="ds-window">
            {parked && <Icon name="moon" size={14} />} {windowLine(assessment, t, fmt)}
          </p>
          {!parked && <p className="ds-quiet">{windowBasis(assessment, t)}</p>}
        </>
      )}
    </header>
  );
}
