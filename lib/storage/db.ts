import Dexie, { type Table } from 'dexie';
import type { DealRef, Reading } from '../core/deal.ts';
import type { Answer, Change, Dispute, Exception, Parked, ShownPrompt } from '../core/records.ts';
import { StorageError } from './storage-error.ts';
import type { Version } from './versions.ts';

/** The last saved reading of a deal. Days are YYYY-MM-DD; `cycle` stands on won deals alone. */
export interface DealRow {
  readonly key: string;
  readonly site: string;
  readonly ref: DealRef;
  readonly reading: Reading;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly cycle?: number;
}

/** A row that is added and numbered by the database; the number gives the order. */
type Numbered<T> = T & { readonly seq?: number };
type OfDeal<T> = T & { readonly deal: string };

/** Where the card sits in one CRM, in CSS pixels from the right and bottom edges. */
export interface Place {
  readonly right: number;
  readonly bottom: number;
  readonly collapsed: boolean;
}

export type PlaceRow = Place & { readonly site: string; readonly crm: string };

/** A playbook as its JSON text, byte for byte as it was given. The newest row is the active one. */
export interface PlaybookRow {
  readonly text: string;
  readonly version: number;
  readonly day: string;
  /** What the one who published it wrote about it. */
  readonly note?: string;
  /** The name that this one goes by. */
  readonly by?: string;
  /** When, as an instant (ISO 8601, UTC). */
  readonly at?: string;
  /** The version whose rules came back with it. */
  readonly back?: number;
}

/** How often something was sent from this browser to one host on one day. */
export interface SentRow {
  readonly day: string;
  readonly host: string;
  readonly kind: string;
  readonly count: number;
  /** The last time, as an instant (ISO 8601, UTC). */
  readonly last: string;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** The database, opened when it is first needed and again after it was closed. */
export interface Store {
  /** Runs `work` on the open database. Rejects with the database's error when it cannot be opened. */
  readonly use: <T>(work: (db: DealsideDb) => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/** Dealside's database, in the extension's own origin. */
export class DealsideDb extends Dexie {
  declare readonly deals: Table<DealRow, string>;
  declare readonly changes: Table<Numbered<OfDeal<Change>>, number>;
  declare readonly answers: Table<Numbered<OfDeal<Answer>>, number>;
  declare readonly exceptions: Table<OfDeal<Exception>, [string, string]>;
  declare readonly parked: Table<OfDeal<Parked>, string>;
  declare readonly shown: Table<ShownPrompt, [string, string, string]>;
  declare readonly places: Table<PlaceRow, [string, string]>;
  declare readonly playbooks: Table<Numbered<PlaybookRow>, number>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly disputes: Table<OfDeal<Dispute>, [string, string]>;
  declare readonly sent: Table<SentRow, [string, string, string]>;
  /** Set when bringing the data over failed: the old data are untouched. */
  upgradeFailure: StorageError | undefined;

  constructor(name: string, versions: readonly Version[]) {
    // "strict": a transaction counts as committed only once it is on the disk.
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict' });
    for (const [index, { stores, upgrade }] of versions.entries()) {
      const step = this.version(index + 1).stores({ ...stores });
      if (upgrade)
        step.upgrade((transaction) => this.#upgrade(index + 1, () => upgrade(transaction)));
    }
  }

  async #upgrade(number: number, step: () => Promise<void> | void): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.upgradeFailure = new StorageError('migration', `version ${number} failed`, error);
      throw this.upgradeFailure;
    }
  }
}
