import type { TrialResult } from '../../../lib/app/admin/trial-tally.ts';
import type { TrialActions } from '../../../lib/app/admin/trial.ts';
import type { Broken } from '../../../lib/app/admin/trial-deals.ts';
import type { PromptLoad } from '../../../lib/core/trial/load.ts';
import { Section } from '../../options/Section.tsx';
import type { Say } from '../../options/say.ts';
import { ChangedDeals } from './ChangedDeals.tsx';
import { GateCounts } from './GateCounts.tsx';
import { MovesTable } from './MovesTable.tsx';

interface Props {
  readonly result: TrialResult;
  readonly look: TrialActions['look'];
  readonly say: Say;
  /** The CRMs' names by their ids. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What a trial found, in tables and lists. */
export function TrialReport({ result, look, say, labels }: Props) {
  const { t, fmt } = say;
  const { sums, over, broken } = result;
  return (
    <>
      <p className="op-small">
        {t('trial_meaning', [result.playbooks.inForce.version])}{' '}
        {sums.gained > 0 && t('trial_gained', sums.gained, [fmt.number(sums.gained)])}{' '}
        {over > 0 && t('trial_over', over, [fmt.number(over)])}
      </p>
      <BrokenLine broken={broken} say={say} />
      <Section title={t('trial_moves_title')}>
        <div className="op-panel">
          <MovesTable moves={result.moves} sums={sums} say={say} />
        </div>
      </Section>
      <Section
        title={t('trial_changed_title')}
        lead={sums.changed === 0 ? t('trial_changed_none') : t('trial_changed_lead')}
      >
        {sums.changed > 0 && <ChangedDeals result={result} look={look} say={say} labels={labels} />}
      </Section>
      <Section title={t('trial_gates_title')} lead={t('trial_gates_lead')}>
        <div className="op-panel">
          <GateCounts result={result} say={say} />
        </div>
      </Section>
      <Section title={t('trial_prompts_title')}>
        <div className="op-panel">
          <Prompts prompts={result.prompts} say={say} />
        </div>
      </Section>
      <p className="op-small tr-took">{t('trial_took', [fmt.number(Math.round(result.took))])}</p>
    </>
  );
}

/** What could not be used, said and not hidden. */
export function BrokenLine({ broken, say }: { readonly broken: Broken; readonly say: Say }) {
  const { t, fmt } = say;
  const { deals, records } = broken;
  if (deals + records === 0) return null;
  return (
    <p className="tr-broken">
      {deals > 0 && t('trial_broken_deals', deals, [fmt.number(deals)])}{' '}
      {records > 0 && t('trial_broken_records', records, [fmt.number(records)])}
    </p>
  );
}

interface PromptsProps {
  readonly prompts: TrialResult['prompts'];
  readonly say: Say;
}

function Prompts({ prompts: { inForce, draft }, say }: PromptsProps) {
  const { t, fmt } = say;
  const load = ({ perRepDay }: PromptLoad): string => fmt.number(Math.round(perRepDay * 10) / 10);
  return (
    <>
      <dl className="tr-prompts">
        <div>
          <dt>{t('trial_now')}</dt>
          <dd>{load(inForce)}</dd>
        </div>
        <div>
          <dt>{t('trial_draft')}</dt>
          <dd>{load(draft)}</dd>
        </div>
      </dl>
      <p className="op-small">{t('trial_prompts_method', draft.reps, [fmt.number(draft.reps)])}</p>
      {draft.ownerless > 0 && (
        <p className="op-small">
          {t('trial_ownerless', draft.ownerless, [fmt.number(draft.ownerless)])}
        </p>
      )}
    </>
  );
}
