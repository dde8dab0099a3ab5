import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useCard } from './context.ts';
import { addDays } from './days.ts';
import { DraftForm } from './DraftForm.tsx';
import { useDraft } from './drafts.ts';
import { useReturnFocus } from './use-focus.ts';

/** Days that a deal sleeps when nobody says otherwise. */
const PARK_DAYS = 14;

/** Parking and waking, and which version of the truth this is. `canPark`: the deal is there and not decided. */
export function Footer({ canPark }: { canPark: boolean }) {
  const { t, fmt, view, actions, drafts, act, today, playbook } = useCard();
  const park = useDraft(drafts, 'park', { text: '', date: addDays(today, PARK_DAYS) });
  const { opener, leave } = useReturnFocus(park.draft.open);
  const parked = view.assessment?.parked !== undefined;
  return (
    <footer className="ds-footer">
      {park.draft.open && (
        <DraftForm
          name={t('form_park_title')}
          label={t('form_reason')}
          hint={t('form_park_hint')}
          handle={park}
          date={{ label: t('form_wake_on'), future: true }}
          save={(reason, until) => actions.park(reason, until)}
          done={t('save_parked')}
          onLeave={leave}
        />
      )}
      <div className="ds-footer-row">
        {playbook && (
          <p className="ds-quiet">
            {t('footer_playbook', [fmt.text(playbook.name), playbook.version])}
          </p>
        )}
        {parked && !view.readOnly && (
          <Button look="quiet" onClick={() => void act(t('save_woken'), actions.wake)}>
            {t('footer_wake')}
          </Button>
        )}
        {canPark && !parked && !park.draft.open && !view.readOnly && (
          <Button
            look="quiet"
            ref={opener}
            onClick={() => {
              park.set({ open: true });
            }}
          >
            <Icon name="moon" size={14} /> {t('footer_park')}
          </Button>
        )}
      </div>
      <p className="ds-quiet ds-private">
        <Icon name="lock" size={12} /> {t('footer_private')}
      </p>
    </footer>
  );
}
