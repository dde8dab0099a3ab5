import { DEFAULT_BUDGET } from '../../../../lib/core/prompts.ts';
import { NumberInput } from '../../form/NumberInput.tsx';
import type { PartProps } from '../part.ts';
import { withPart } from './lists.ts';

/** How many questions may be put before a rep. A team can ask less than the law allows, and never more. */
export function Budget({ desk: { say }, draft, change }: PartProps) {
  const { t } = say;
  const budget = draft.promptBudget ?? DEFAULT_BUDGET;
  const set = (part: Partial<typeof budget>): void => {
    const next = { ...budget, ...part };
    const full = next.dealWeek === DEFAULT_BUDGET.dealWeek && next.repDay === DEFAULT_BUDGET.repDay;
    change((now) => withPart(now, 'promptBudget', full ? undefined : next));
  };
  return (
    <div className="pt-pair">
      <NumberInput
        say={say}
        label={t('parts_budget_deal')}
        unit={t('parts_unit_questions')}
        min={0}
        max={DEFAULT_BUDGET.dealWeek}
        value={budget.dealWeek}
        onChange={(dealWeek) => {
          if (dealWeek !== undefined) set({ dealWeek });
        }}
      />
      <NumberInput
        say={say}
        label={t('parts_budget_rep')}
        unit={t('parts_unit_questions')}
        min={0}
        max={DEFAULT_BUDGET.repDay}
        value={budget.repDay}
        onChange={(repDay) => {
          if (repDay !== undefined) set({ repDay });
        }}
      />
    </div>
  );
}
