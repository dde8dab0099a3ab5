import {
  compileReader,
  fieldAt,
  indexOfField,
  isBlank,
  isStage,
  type Facts,
  type Reader,
} from './condition-facts.ts';
import type { Fact } from './fact.ts';

/**
 * The gates of a playbook ask of the same few fields again and again. So each field is looked at once for a deal,
 * and told to lie in one of its regions: between two of the numbers that the leaves compare it with, on one of
 * them, or among the texts that were seen. All that lies in one region has the same verdicts from every leaf.
 */
export interface Columns {
  readonly list: Column[];
  /** Where the deal that is being assessed lies, by the columns' places. Place 0 is for leaves without a column. */
  readonly regions: number[];
}

/** Makes a number of a value, NaN of one that it cannot tell at a glance. */
export type Measure = (value: unknown) => number;

/** How a leaf tells one value from another: by where a number lies from its marks, or by the text of a choice. */
export type Scale =
  { readonly measure: Measure; readonly marks: readonly number[] } | { readonly measure: 'text' };

interface Column {
  readonly field: string;
  readonly measure: Measure | 'text';
  /** Its place for `fieldAt`; -1 for answers and custom fields, which `read` finds. */
  readonly index: number;
  readonly read: Reader;
  /** In order. */
  readonly marks: number[];
  readonly texts: Map<string, Seen>;
}

/** A text, or the id of a stage with its label. */
interface Seen {
  readonly label: string | undefined;
  readonly region: number;
}

/** The region of what has to be looked at closely. Nothing is kept under it. */
export const NOWHERE = 0;
const EMPTY = 1;
const UNKNOWN = 2;
const FIRST = 3;

/** Texts that are told apart in one column. Stages, categories and sides are few. */
const MOST_TEXTS = 32;

export const newColumns = (): Columns => ({ list: [], regions: [NOWHERE] });

/** The place of a leaf's field in the regions. All leaves have to be placed before the first deal is looked at. */
export function placeOf({ list, regions }: Columns, field: string, scale: Scale): number {
  const { measure } = scale;
  const known = list.findIndex((column) => column.field === field && column.measure === measure);
  const place = known < 0 ? list.length : known;
  const column = list[place] ?? {
    field,
    measure,
    index: indexOfField(field),
    read: compileReader(field),
    marks: [],
    texts: new Map<string, Seen>(),
  };
  if (known < 0) {
    list.push(column);
    regions.push(NOWHERE);
  }
  if ('marks' in scale) {
    column.marks.push(...scale.marks.filter((mark) => !column.marks.includes(mark)));
    column.marks.sort((a, b) => a - b);
  }
  return place + 1;
}

/** More than any region of the place. */
export function regionsOf({ list }: Columns, place: number): number {
  const column = list[place - 1];
  if (!column) return NOWHERE + 1;
  return FIRST + (column.measure === 'text' ? MOST_TEXTS : 2 * column.marks.length + 1);
}

/** Finds where a deal lies. It never throws: a fact that cannot be read lies nowhere, and fails in the gates that ask of it. */
export function findRegions({ list, regions }: Columns, facts: Facts): readonly number[] {
  let place = 0;
  for (const column of list) {
    place += 1;
    let region = NOWHERE;
    try {
      const fact = column.index < 0 ? column.read(facts) : fieldAt(facts.fields, column.index);
      region = regionOf(column, fact);
    } catch {
      region = NOWHERE;
    }
    regions[place] = region;
  }
  return regions;
}

function regionOf(column: Column, fact: Fact<unknown>): number {
  if (fact.is !== 'value') return fact.is === 'empty' ? EMPTY : UNKNOWN;
  const { measure, marks } = column;
  if (measure === 'text') return regionOfText(column, fact.value);
  const number = measure(fact.value);
  if (Number.isNaN(number)) return NOWHERE;
  let region = FIRST;
  // Marks are few: passing them all costs less than leaving the loop at a point that the processor cannot foresee.
  for (const mark of marks) region += Number(number >= mark) + Number(number > mark);
  return region;
}

function regionOfText({ texts }: Column, value: unknown): number {
  let text: string;
  let label: string | undefined;
  if (typeof value === 'string') text = value;
  else if (isStage(value)) ({ id: text, label } = value);
  else return NOWHERE;
  const seen = texts.get(text);
  if (seen) return seen.label === label ? seen.region : NOWHERE;
  if (texts.size >= MOST_TEXTS || (label === undefined && isBlank(text))) return NOWHERE;
  const region = FIRST + texts.size;
  texts.set(text, { label, region });
  return region;
}
