import { useEffect, useRef } from 'react';
import type { Explained } from '../../lib/core/assessment.ts';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { STANDING_ICONS } from './Hero.tsx';
import { ringOf } from './ring-count.ts';
import type { Placing } from './use-place.ts';
import { standingText } from './window-line.ts';

interface Props {
  readonly assessment: Explained | null;
  readonly placing: Placing;
  readonly onOpen: () => void;
  /** Takes the focus when it appears, because the card that had it was folded into it. */
  readonly takeFocus: boolean;
}

/** The card made small: the standing and the count. It is dragged and moved like the card. */
export function Pill({ assessment, placing, onOpen, takeFocus }: Props) {
  const { t } = useCard();
  const pill = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeFocus) pill.current?.focus();
  }, [takeFocus]);
  const standing = assessment ? standingText(assessment, t) : t('card_label_plain');
  const ring = assessment ? ringOf(assessment) : { done: 0, of: 0 };
  const count = ring.of > 0 ? t('standing_ring_short', [ring.done, ring.of]) : undefined;
  const said = t('standing_ring', [ring.done, ring.of]);
  return (
    <button
      type="button"
      className={`ds-pill ds-tone-${assessment?.standing ?? 'none'}`}
      aria-expanded={false}
      ref={pill}
      onKeyDown={placing.onArrow}
      onClick={() => {
        if (!placing.dragged()) onOpen();
      }}
      {...placing.grip}
    >
      <Icon name={assessment ? STANDING_ICONS[assessment.standing] : 'none'} />
      <span>{standing}</span>
      {count !== undefined && (
        <span className="ds-pill-count" aria-hidden>
          {count}
        </span>
      )}
      <span className="ds-hidden">
        {`, ${count ? t('card_expand', [said]) : t('card_expand_plain')}`}
      </span>
    </button>
  );
}
