import { playbookOf } from '../../../lib/app/options-model.ts';
import { startsOn } from '../../../lib/app/rollout-days.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Desk } from '../../options/desk.ts';
import { Section } from '../../options/Section.tsx';
import type { Say } from '../../options/say.ts';
import { heldBy } from './held.ts';
import { RolloutForm } from './RolloutForm.tsx';
import { SetBy } from './SetBy.tsx';

/** A staged start: managers first, then everybody. It is part of the playbook. */
export function RolloutSection({ desk }: { readonly desk: Desk }) {
  const { say, view } = desk;
  const { t } = say;
  const playbook = playbookOf(view.inForce);
  const held = heldBy(view, 'playbook');
  return (
    <Section title={t('policy_rollout_title')} lead={t('policy_rollout_lead')}>
      <SetBy desk={desk} lock="playbook" />
      <div className="op-panel">
        <p>{playbook ? sentenceOf(playbook, say) : t('policy_rollout_later')}</p>
        {playbook && !held && (
          <RolloutForm key={playbook.version} desk={desk} playbook={playbook} />
        )}
      </div>
    </Section>
  );
}

function sentenceOf({ version, rollout }: Playbook, { t, fmt }: Say): string {
  if (!rollout) return t('policy_rollout_none', [version]);
  const { from } = rollout;
  return t('policy_rollout_now', [version, fmt.date(from), fmt.date(startsOn(rollout))]);
}
