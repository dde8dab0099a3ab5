import { useState } from 'react';
import { startsOn, type Rollout } from '../../../lib/app/rollout-days.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Desk } from '../../options/desk.ts';
import { Outcome } from '../../options/Outcome.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../form/DateInput.tsx';
import { NumberInput } from '../form/NumberInput.tsx';
import { Switch } from '../form/Switch.tsx';
import { TextInput } from '../form/TextInput.tsx';

const PLACE = 'rollout';
/** Two weeks: managers see two weekly rounds before everybody else. */
const USUAL = 14;
/** What the playbook's schema takes. */
const MOST = 90;
const NOTE_MOST = 500;

interface Props {
  readonly desk: Desk;
  readonly playbook: Playbook;
}

interface Draft {
  readonly on: boolean;
  readonly from: string;
  readonly days: number | undefined;
  readonly note: string;
}

const draftOf = ({ rollout }: Playbook): Draft => ({
  on: rollout !== undefined,
  from: rollout?.from ?? '',
  days: rollout?.managersFirst ?? USUAL,
  note: '',
});

/** What was chosen; null for no staged start, undefined while a part is missing. */
function wishOf({ on, from, days }: Draft): Rollout | null | undefined {
  if (!on) return null;
  return from === '' || days === undefined ? undefined : { from, managersFirst: days };
}

/** Sets a staged start and publishes the playbook with it, or without. */
export function RolloutForm({ desk, playbook }: Props) {
  const { say, view, actions, publishing } = desk;
  const { t, fmt } = say;
  const [draft, setDraft] = useState(() => draftOf(playbook));
  const [said, setSaid] = useState<'same' | 'missing' | null>(null);
  const wish = wishOf(draft);
  const change = (part: Partial<Draft>): void => {
    publishing.forget();
    setSaid(null);
    setDraft({ ...draft, ...part });
  };
  const publish = async (): Promise<void> => {
    const { rollout = null } = playbook;
    if (wish === undefined) {
      setSaid('missing');
      return;
    }
    const same = wish?.from === rollout?.from && wish?.managersFirst === rollout?.managersFirst;
    setSaid(same ? 'same' : null);
    if (!same) await publishing.run(PLACE, () => actions.publishRollout(wish, draft.note));
  };
  return (
    <form
      className="op-form dl-rollout"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <Switch
        label={t('policy_rollout_on')}
        checked={draft.on}
        onChange={(on) => {
          change({ on });
        }}
      />
      {draft.on && <Days {...{ draft, desk, change }} missing={said === 'missing'} />}
      {wish && <p className="op-small">{t('policy_rollout_then', [fmt.date(startsOn(wish))])}</p>}
      <TextInput
        label={t('edit_publish_note')}
        hint={t('policy_rollout_note_hint')}
        say={say}
        value={draft.note}
        most={NOTE_MOST}
        onChange={(note) => {
          change({ note });
        }}
      />
      <div className="op-actions">
        <Button type="submit" aria-disabled={publishing.busy}>
          {t('options_publish', [view.next])}
        </Button>
      </div>
      <p role="status" className="op-small">
        {said === 'same' && t('policy_rollout_same')}
      </p>
      <Outcome result={publishing.at(PLACE)} say={say} />
    </form>
  );
}

interface DaysProps {
  readonly desk: Desk;
  readonly draft: Draft;
  readonly missing: boolean;
  readonly change: (part: Partial<Draft>) => void;
}

function Days({ desk: { say }, draft, missing, change }: DaysProps) {
  const { t } = say;
  return (
    <div className="dl-ids">
      <DateInput
        label={t('policy_rollout_from')}
        say={say}
        value={draft.from}
        wrong={missing && draft.from === '' ? t('policy_rollout_no_day') : undefined}
        onChange={(from) => {
          change({ from });
        }}
      />
      <NumberInput
        label={t('policy_rollout_days')}
        say={say}
        value={draft.days}
        min={1}
        max={MOST}
        unit={t('policy_rollout_unit')}
        onChange={(days) => {
          change({ days });
        }}
      />
    </div>
  );
}
