import type { Reading } from '../core/deal.ts';
import {
  answerSchema,
  changeSchema,
  disputeSchema,
  exceptionSchema,
  parkedSchema,
  type Answer,
  type Change,
  type Dispute,
  type Exception,
  type Parked,
} from '../core/records.ts';
import type { DealsideDb } from './db.ts';
import { readDeal } from './deals.ts';
import { validRow, validRows } from './valid.ts';

/** Adds an answer. Earlier ones stay, so that of two tabs' answers none is lost; the newest one counts. */
export async function saveAnswer(db: DealsideDb, deal: string, answer: Answer): Promise<void> {
  await db.transaction('rw', db.answers, async () => {
    await db.answers.add({ ...answer, deal });
  });
}

/** Waives a gate; a second exception for the same gate takes the place of the first. */
export async function saveException(
  db: DealsideDb,
  deal: string,
  exception: Exception,
): Promise<void> {
  await db.transaction('rw', db.exceptions, async () => {
    await db.exceptions.put({ ...exception, deal });
  });
}

/** Ends a gate's exception, if there is one. */
export async function endException(db: DealsideDb, deal: string, gate: string): Promise<void> {
  await db.transaction('rw', db.exceptions, async () => {
    await db.exceptions.delete([deal, gate]);
  });
}

/** Keeps that a rule does not fit a deal; a second word on the same rule takes the place of the first. */
export async function saveDispute(db: DealsideDb, deal: string, dispute: Dispute): Promise<void> {
  await db.transaction('rw', db.disputes, async () => {
    await db.disputes.put({ ...dispute, deal });
  });
}

/** Takes back that a rule does not fit a deal, if that was said. */
export async function endDispute(db: DealsideDb, deal: string, rule: string): Promise<void> {
  await db.transaction('rw', db.disputes, async () => {
    await db.disputes.delete([deal, rule]);
  });
}

/** Puts a deal to sleep; parking it again sets another wake-up date. */
export async function park(db: DealsideDb, deal: string, parked: Parked): Promise<void> {
  await db.transaction('rw', db.parked, async () => {
    await db.parked.put({ ...parked, deal });
  });
}

/** Wakes a parked deal. */
export async function wake(db: DealsideDb, deal: string): Promise<void> {
  await db.transaction('rw', db.parked, async () => {
    await db.parked.delete(deal);
  });
}

/** Of the answers to each key the one that was kept last, whatever the clock said. */
export const newestByKey = (answers: readonly Answer[]): Record<string, Answer> =>
  Object.fromEntries(answers.map((answer) => [answer.key, answer]));

/** What is kept about one deal: `history` is complete from the day `since`, `remembered` is the last saved reading. */
export interface KeptRecords {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly exceptions: readonly Exception[];
  readonly parked: Parked | null;
  readonly history: readonly Change[];
  readonly since: string | null;
  readonly remembered: Reading | null;
}

/** The same with what only the card of the deal shows. */
export interface CardRecords extends KeptRecords {
  readonly disputes: readonly Dispute[];
}

/** All that is kept about one deal, as one moment saw it. */
export async function readRecords(db: DealsideDb, deal: string): Promise<CardRecords> {
  const { deals, changes, answers, exceptions, disputes } = db;
  const tables = [deals, changes, answers, exceptions, db.parked, disputes];
  return await db.transaction('r', tables, async () => {
    const ofDeal = { deal };
    const stored = await readDeal(db, deal);
    const parked = await db.parked.get(deal);
    return {
      answers: newestByKey(
        validRows('answers', answerSchema, await db.answers.where(ofDeal).toArray()),
      ),
      exceptions: validRows(
        'exceptions',
        exceptionSchema,
        await db.exceptions.where(ofDeal).toArray(),
      ),
      disputes: validRows('disputes', disputeSchema, await disputes.where(ofDeal).toArray()),
      parked: (parked && validRow('parked', parkedSchema, parked)) ?? null,
      history: validRows('changes', changeSchema, await db.changes.where(ofDeal).toArray()),
      since: stored?.firstSeen ?? null,
      remembered: stored?.reading ?? null,
    };
  });
}
