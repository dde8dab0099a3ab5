import type { Stage } from '../../core/fields.ts';
import { findAll, textOf } from '../dom.ts';
import { COLUMNS, STAGES } from './selectors.ts';

/** Stages beside the pipeline: to enter one is no step forward or back. */
const NO_ORDER = new Set(['lost', 'delayed']);

/**
 * The stage with this label. The board behind the dialog has every stage with its id and the team's own label;
 * where it is not in the page, the labels that Atomic ships tell. A label that neither knows is its own id.
 */
export function stageOfLabel(root: ParentNode, label: string): Stage {
  const columns = columnsOf(root);
  const column = columns.find((one) => one.label === label);
  const shipped = STAGES.find(([, ...labels]) => labels.includes(label.toLowerCase()));
  return stage(column?.id ?? shipped?.[0] ?? label, label, columns);
}

/** The stage with this id, as the edit form keeps it. */
export function stageOfId(root: ParentNode, id: string, label: string): Stage {
  const columns = columnsOf(root);
  const known = label === '' ? columns.find((one) => one.id === id)?.label : label;
  return stage(id, known ?? id, columns);
}

interface Column {
  readonly id: string;
  readonly label: string;
}

function stage(id: string, label: string, columns: readonly Column[]): Stage {
  const pipeline =
    columns.length > 0 ? columns.map((column) => column.id) : STAGES.map(([one]) => one);
  const order = pipeline.indexOf(id);
  const state = id === 'won' || id === 'lost' ? id : 'open';
  return { id, label, state, ...(order < 0 || NO_ORDER.has(id) ? {} : { order }) };
}

/** The board's columns in their order; none where the board is not in the page. */
function columnsOf(root: ParentNode): Column[] {
  return findAll(root, COLUMNS).flatMap((column) => {
    const id = column.dataset.rfdDroppableId;
    const label = textOf(column.previousElementSibling?.firstElementChild);
    return id && label ? [{ id, label }] : [];
  });
}
