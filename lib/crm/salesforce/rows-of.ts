import type { Fact } from '../../core/fact.ts';
import { withQuery, type Access } from '../access.ts';
import { columnFact } from '../answer-facts.ts';
import { isRow, lineOf, listOf, type Row } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { dealId } from './ids.ts';

/** What the REST API gives, checked before anything is taken from it. The host is the background's business. */

export const DATA = '/services/data/v60.0';

/** A page of a query's answer. `next` is the path of the page behind it. */
export interface QueryPage {
  readonly rows: readonly Row[];
  readonly total: number | undefined;
  readonly next: string | undefined;
}

/** Asks one query in SOQL. */
export const query = async (access: Access, soql: string): Promise<QueryPage> =>
  pageOf(await ask(access, { path: withQuery(`${DATA}/query`, { q: soql }) }));

/** Asks for the page behind another. */
export const queryMore = async (access: Access, path: string): Promise<QueryPage> =>
  pageOf(await ask(access, { path }));

const NEXT = /^\/services\/data\/v\d{2}\.0\/query\/[A-Za-z0-9]+-\d+$/;

function pageOf(answer: unknown): QueryPage {
  const rows = isRow(answer) ? listOf(answer.records) : undefined;
  if (!isRow(answer) || !rows) throw new CrmTrouble('not-json');
  const { totalSize, nextRecordsUrl, done } = answer;
  const isNext = done === false && typeof nextRecordsUrl === 'string' && NEXT.test(nextRecordsUrl);
  // An answer that says that there is more, and not where, must not pass for the whole.
  if (done === false && !isNext) throw new CrmTrouble('not-json');
  return {
    rows,
    total: typeof totalSize === 'number' ? totalSize : undefined,
    next: isNext ? nextRecordsUrl : undefined,
  };
}

/** The deal's id as it may stand in a query: nothing else of a page's address gets there. */
export function idIn(id: string): string {
  const own = dealId(id);
  if (own === undefined) throw new CrmTrouble('not-found');
  return own;
}

/** A related record's name, from a query's row. */
export const nameIn = (row: Row, relation: string): Fact<string> =>
  columnFact(row, relation, (related) => (isRow(related) ? lineOf(related.Name) : undefined));
