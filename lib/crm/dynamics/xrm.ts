import type { DealRef } from '../../core/deal.ts';
import { isRow, type Row } from '../answer-values.ts';
import {
  ANSWER,
  ASK,
  ATTRIBUTES,
  END,
  type AttributeName,
  type FormAnswer,
  type FormValue,
} from './page-script.ts';
import { guidOf } from './guid.ts';

/** The content script's side of the hand-over. The page is not trusted: everything is looked at by hand. */

/** Characters. A form's answer has some hundred. */
const LONGEST = 64 * 1024;
const LONGEST_VALUE = 4000;

/** What the form holds, once it is known to be of the deal; `elsewhere` while the form shows another record. */
export type Form = Omit<FormAnswer, 'entity' | 'id'>;

/** Asks the page's script, which answers before this returns; undefined where nothing fit to use came back. */
export function askForm(root: Document, ref: DealRef): Form | 'elsewhere' | undefined {
  const view = root.defaultView;
  if (!view) return undefined;
  let detail: unknown;
  const heard = (event: Event): void => {
    detail ??= (event as CustomEvent<unknown>).detail;
  };
  root.addEventListener(ANSWER, heard);
  root.dispatchEvent(new view.CustomEvent(ASK));
  root.removeEventListener(ANSWER, heard);
  return formOf(detail, ref);
}

/** Tells the page's script to go. */
export function endForms(root: Document): void {
  const view = root.defaultView;
  if (view) root.dispatchEvent(new view.CustomEvent(END));
}

/** Checks an answer: its size, its record, and the type of each value. What it says beyond that is left. */
export function formOf(detail: unknown, ref: DealRef): Form | 'elsewhere' | undefined {
  if (typeof detail !== 'string' || detail.length > LONGEST) return undefined;
  const answer = parsed(detail);
  if (!answer || typeof answer.entity !== 'string' || typeof answer.id !== 'string')
    return undefined;
  if (answer.entity !== 'opportunity' || guidOf(answer.id) !== ref.id) return 'elsewhere';
  if (!isRow(answer.values)) return undefined;
  const values: Partial<Record<AttributeName, FormValue>> = {};
  for (const name of ATTRIBUTES) {
    if (Object.hasOwn(answer.values, name)) values[name] = valueIn(answer.values[name]);
  }
  const stage = stageIn(answer.stage);
  const { process } = answer;
  return {
    values,
    ...(stage ? { stage } : {}),
    ...(isText(process) ? { process } : {}),
  };
}

function parsed(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_VALUE;

function valueIn(found: unknown): FormValue {
  if (!isRow(found)) return { fault: 'not-readable' };
  const { value, dirty, fault } = found;
  if (fault === 'no-access') return { fault };
  if (value !== null && typeof value !== 'number' && !isText(value))
    return { fault: 'not-readable' };
  return { value, dirty: dirty === true };
}

function stageIn(found: unknown): FormAnswer['stage'] {
  if (!isRow(found) || !isText(found.name)) return undefined;
  const id = guidOf(found.id);
  return id === undefined ? undefined : { id, name: found.name };
}
