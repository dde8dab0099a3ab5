import type { Access } from '../access.ts';
import type { CrmStage, ListRef, SuggestedGate } from '../adapter.ts';
import { isRow, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { askHubSpot } from './request.ts';
import { fetchStages } from './stages.ts';
import { idOf } from './values.ts';

/** The first version that has the rules of pipelines. */
const VERSION = '2026-09';

/**
 * The pipelines' rules, in words: which stages need an approval, may not be skipped, or cannot be left backwards. Which
 * properties a stage requires is not among them: HubSpot documents no way to read that. Whether a user's own session
 * may ask for the rules is not known either: where it may not, this throws CrmTrouble.
 */
export async function suggestedGates(
  access: Access,
  { org }: ListRef,
): Promise<readonly SuggestedGate[]> {
  const stages = await fetchStages(access, org);
  const pipelines = new Set(stages.flatMap(({ pipeline }) => pipeline?.id ?? []));
  const gates: SuggestedGate[] = [];
  for (const pipeline of pipelines) {
    const rules = await askHubSpot(access, org, {
      path: `/crm/pipelines-rules/${VERSION}/0-3/${encodeURIComponent(pipeline)}`,
    });
    if (!isRow(rules)) throw new CrmTrouble('not-json');
    const own = stages.filter((stage) => stage.pipeline?.id === pipeline);
    gates.push(...approval(rules, own), ...sequence(rules, own));
  }
  return gates;
}

const gateOf = (rule: string, { id, label, pipeline }: CrmStage, text: string): SuggestedGate => ({
  id: `${rule}:${pipeline?.id ?? ''}:${id}`,
  stage: { id, label },
  ...(pipeline ? { pipeline: pipeline.label } : {}),
  kind: 'text',
  text,
});

function approval({ approvalStage }: Row, stages: readonly CrmStage[]): SuggestedGate[] {
  if (!isRow(approvalStage)) return [];
  const id = idOf(approvalStage.pipelineStageId);
  return stages
    .filter((stage) => stage.id === id)
    .map((stage) => gateOf('approval', stage, 'The deal is approved before it enters this stage.'));
}

const SEQUENCE = [
  ['noSkippingStagesRule', 'no-skipping', 'No stage before this one was skipped.'],
  ['noBackwardsMovementRule', 'no-backwards', 'The deal does not go back from this stage.'],
] as const;

function sequence(
  { governanceValidationRules }: Row,
  stages: readonly CrmStage[],
): SuggestedGate[] {
  const rules = isRow(governanceValidationRules) ? governanceValidationRules : {};
  return SEQUENCE.flatMap(([name, id, text]) => {
    const rule = rules[name];
    if (!isRow(rule)) return [];
    const named = Array.isArray(rule.pipelineStageIds) ? rule.pipelineStageIds.map(idOf) : [];
    return stages
      .filter(({ id: stage }) => rule.enabledForAllStages === true || named.includes(stage))
      .map((stage) => gateOf(id, stage, text));
  });
}
