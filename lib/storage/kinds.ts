import type { Table } from 'dexie';
import type { DealsideDb } from './db.ts';

/** What is kept, by the tables that keep it. */
export const KINDS = [
  'deals',
  'changes',
  'answers',
  'exceptions',
  'parked',
  'shown',
  'disputes',
  'places',
  'playbooks',
  'settings',
  'sent',
] as const;
export type Kind = (typeof KINDS)[number];

/** The tables whose rows belong to one deal each, by the name of that deal. */
export const ofDeals = (db: DealsideDb): readonly Table<{ readonly deal: string }, never>[] =>
  [db.changes, db.answers, db.exceptions, db.parked, db.shown, db.disputes] as never;

/** A table by its kind, with rows of which nothing is known yet. */
export const tableOf = (db: DealsideDb, kind: Kind): Table<object, never> => db[kind] as never;
