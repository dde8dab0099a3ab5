import type { KnownDeals } from '../../../../lib/app/admin/known.ts';
import type { Category, Stage } from '../../../../lib/core/fields.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';

/** One stage of a CRM, with what it means. */
export interface StageRow {
  /** As it is written in the playbook: the rule's own text, or the stage's id. */
  readonly stage: string;
  readonly label: string;
  readonly category: Category | null;
  /** Deals here stand in it. */
  readonly seen: boolean;
  /** The CRM itself says that its deals are won or lost. */
  readonly decided: boolean;
}

/** A CRM with its stages: those that deals here stand in, in their order, then those that the playbook names beside them. */
export interface CrmStages {
  readonly crm: string;
  readonly rows: readonly StageRow[];
}

/** True where a rule means a stage: by its id, or by its label in capitals or not, as the standing is worked out. */
const means = (text: string, { id, label }: Stage): boolean =>
  text === id || text.toLocaleLowerCase() === label.toLocaleLowerCase();

/** The stages of every CRM that has deals here or rules in the draft, and of those that were `asked` for. */
export function stageRows(
  draft: Playbook,
  known: KnownDeals,
  asked: readonly string[],
): readonly CrmStages[] {
  const crms = new Set([
    ...known.crms.map(({ crm }) => crm),
    ...draft.stages.map(({ crm }) => crm),
    ...asked,
  ]);
  return [...crms].map((crm) => ({ crm, rows: rowsOf(draft, known, crm) }));
}

function rowsOf(draft: Playbook, known: KnownDeals, crm: string): readonly StageRow[] {
  const rules = draft.stages.filter((rule) => rule.crm === crm);
  const stages = new Map(
    known.crms
      .filter((each) => each.crm === crm)
      .flatMap((each) => each.stages)
      .map((stage) => [stage.id, stage]),
  );
  const seen = [...stages.values()].map((stage): StageRow => {
    const rule = rules.find((each) => means(each.stage, stage));
    return {
      stage: rule?.stage ?? stage.id,
      label: stage.label,
      category: rule?.category ?? null,
      seen: true,
      decided: stage.state !== 'open',
    };
  });
  const others = rules
    .filter((rule) => ![...stages.values()].some((stage) => means(rule.stage, stage)))
    .map(({ stage, category }): StageRow => {
      return { stage, label: stage, category, seen: false, decided: false };
    });
  return [...seen, ...others];
}

/** The draft with a stage in a category; with null, without a rule for it. */
export function withStage(
  draft: Playbook,
  crm: string,
  stage: string,
  category: Category | null,
): Playbook {
  const at = draft.stages.findIndex((rule) => rule.crm === crm && rule.stage === stage);
  if (category === null) return { ...draft, stages: draft.stages.filter((_, i) => i !== at) };
  const rule = { crm, stage, category };
  if (at < 0) return { ...draft, stages: [...draft.stages, rule] };
  return { ...draft, stages: draft.stages.map((old, i) => (i === at ? rule : old)) };
}
