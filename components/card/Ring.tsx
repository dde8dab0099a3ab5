import { useCard } from './context.ts';
import type { RingCount } from './ring-count.ts';

const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

/** "5 of 7" as a ring. Its colour is the standing's, given by what it stands in. */
export function Ring({ count }: { count: RingCount }) {
  const { t } = useCard();
  if (count.of === 0) return null;
  const filled = (count.done / count.of) * AROUND;
  return (
    <svg
      className="ds-ring"
      viewBox="0 0 48 48"
      width="48"
      height="48"
      role="img"
      aria-label={t('standing_ring', [count.done, count.of])}
    >
      <circle className="ds-ring-track" cx="24" cy="24" r={RADIUS} />
      <circle
        className="ds-ring-fill"
        cx="24"
        cy="24"
        r={RADIUS}
        strokeDasharray={`${filled.toFixed(2)} ${AROUND.toFixed(2)}`}
        transform="rotate(-90 24 24)"
        visibility={count.done === 0 ? 'hidden' : undefined}
      />
      <text x="24" y="24" textAnchor="middle" dominantBaseline="central" className="ds-ring-text">
        {t('standing_ring_short', [count.done, count.of])}
      </text>
    </svg>
  );
}
