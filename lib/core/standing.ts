import type { Standing } from './assessment.ts';
import type { Fields } from './deal.ts';
import { known, unknown, type Fact } from './fact.ts';
import type { Category } from './fields.ts';
import type { Playbook } from './playbook.ts';

/** Required gates that may be open before a deal no longer stands at the edge. */
const EDGE = 2;

const FORECAST: ReadonlySet<Category> = new Set<Category>(['best-case', 'forecast', 'commit']);

/**
 * The deal's forecast category: won and lost by its stage, then the CRM's own category, then the
 * playbook's rule for the stage (by id or label). A stage without a rule is not guessed at.
 */
export function categoryOf(crm: string, fields: Fields, playbook: Playbook): Fact<Category> {
  const { stage, forecastCategory } = fields;
  if (stage.is === 'value' && stage.value.state !== 'open') {
    return known(stage.value.state, stage.source);
  }
  if (forecastCategory.is === 'value') return forecastCategory;
  if (stage.is === 'unknown') return stage;
  if (stage.is === 'empty') return unknown('not-mapped');
  const { id, label } = stage.value;
  for (const { crm: home, stage: text, category } of playbook.stages) {
    if (home !== crm) continue;
    if (text === id || text.toLocaleLowerCase() === label.toLocaleLowerCase()) {
      return known(category, stage.source);
    }
  }
  return unknown('not-mapped', label);
}

/**
 * Whether the deal counts, from its category, the number of its required gates that are open, and whether another
 * of them cannot be told. Advised gates and gates with an exception hold nothing up.
 */
export function standingOf(category: Fact<Category>, open: number, unsure: boolean): Standing {
  if (category.is !== 'value') return 'unknown';
  if (!FORECAST.has(category.value)) return 'none';
  if (open > EDGE) return 'out';
  if (open > 0) return 'edge';
  return unsure ? 'unknown' : 'counts';
}
