import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import type { Placing } from './use-place.ts';

interface Props {
  readonly name: string;
  readonly placing: Placing;
  readonly onFold: () => void;
}

/** The top edge: whose deal it is, what to move the card by, and how to make it small or close it. */
export function Bar({ name, placing, onFold }: Props) {
  const { t, actions } = useCard();
  return (
    <div className="ds-bar">
      <div className="ds-drag" {...placing.grip}>
        <Button
          look="icon"
          className="ds-grip"
          aria-label={t('card_move')}
          onKeyDown={placing.onArrow}
        >
          <Icon name="grip" />
        </Button>
        <p className="ds-deal" title={name}>
          {name}
        </p>
      </div>
      <Button
        look="icon"
        aria-label={t('card_collapse')}
        title={t('card_collapse')}
        onClick={onFold}
      >
        <Icon name="minus" />
      </Button>
      <Button
        look="icon"
        aria-label={t('card_close')}
        title={t('card_close')}
        onClick={actions.close}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
