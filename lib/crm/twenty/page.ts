import type { FieldName } from '../../core/fields.ts';
import { findAll, isVisible } from '../dom.ts';
import { CELLS, EDITOR_INPUTS, EDITORS, LABEL, OPEN_CELL } from './selectors.ts';

export type CellField = keyof typeof CELLS;
export const CELL_FIELDS = Object.keys(CELLS) as CellField[];

/** The value of a record's field: it stands beside a label that carries the record's id, wherever in the page. */
export function cellOf(root: ParentNode, id: string, field: FieldName): HTMLElement | undefined {
  if (!(field in CELLS)) return undefined;
  const labels = findAll(root, [LABEL(id, CELLS[field as CellField])]);
  const label = labels.find(isVisible);
  return (label?.nextElementSibling as HTMLElement | null) ?? undefined;
}

/** True while the cell is being edited: what it shows is then not what is in the editor. */
export const isOpen = (cell: HTMLElement): boolean => cell.querySelector(OPEN_CELL) !== null;

/**
 * The input of the one open cell. Its editor stands at the end of the body and names no field: where more than one cell is
 * open, or more than one editor stands there, nobody can tell whose it is.
 */
export function openInput(root: Document): HTMLInputElement | undefined {
  if (findAll(root, [OPEN_CELL]).length !== 1) return undefined;
  const inputs = findAll(root, [EDITORS]).flatMap((editor) =>
    findAll(editor, EDITOR_INPUTS).filter(isVisible),
  );
  return inputs.length === 1 ? (inputs[0] as HTMLInputElement) : undefined;
}
