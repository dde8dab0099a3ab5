import type { Text } from '../../../lib/core/playbook.ts';
import { STANDING_KEYS } from '../../card/labels.ts';
import type { Say } from '../../options/say.ts';
import { Icon } from '../../ui/Icon.tsx';

const AROUND = 2 * Math.PI * 20;
const OPEN = 2;

/** What the card looks like, as a picture: the words around it say all that it shows. */
export function Picture({ gates, say }: { readonly gates: readonly Text[]; readonly say: Say }) {
  const { t, fmt } = say;
  const done = gates.length - OPEN;
  const filled = (done / Math.max(1, gates.length)) * AROUND;
  return (
    <div className="wl-picture" aria-hidden="true">
      <div className="ds-hero ds-tone-edge">
        <div className="ds-hero-top">
          <svg className="ds-ring" viewBox="0 0 48 48" width="48" height="48">
            <circle className="ds-ring-track" cx="24" cy="24" r="20" />
            <circle
              className="ds-ring-fill"
              cx="24"
              cy="24"
              r="20"
              strokeDasharray={`${filled.toFixed(2)} ${AROUND.toFixed(2)}`}
              transform="rotate(-90 24 24)"
            />
            <text
              x="24"
              y="24"
              textAnchor="middle"
              dominantBaseline="central"
              className="ds-ring-text"
            >
              {t('standing_ring_short', [done, gates.length])}
            </text>
          </svg>
          <p className="ds-standing">
            <Icon name="edge" size={18} />
            {t(STANDING_KEYS.edge)}
          </p>
        </div>
      </div>
      <ul className="wl-gates">
        {gates.map((name, index) => (
          <li key={name.en} className={index < OPEN ? 'wl-open' : 'wl-met'}>
            <Icon name={index < OPEN ? 'open' : 'met'} />
            {fmt.text(name)}
          </li>
        ))}
      </ul>
    </div>
  );
}
