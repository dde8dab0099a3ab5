import type { SaveResult, StorageFault } from '../../messaging/protocol.ts';
import type { Spared } from '../../storage/erase.ts';
import type { Summary } from '../../storage/summary.ts';
import type { FileFound, FileTaken } from './data-import.ts';

export type { Amount, SiteAmount } from '../../storage/summary.ts';
export type { FileFound } from './data-import.ts';
export { KINDS, type Kind } from '../../storage/kinds.ts';

/** For how many days deals can be kept; null: for ever. */
export const RETENTIONS = [null, 90, 180, 365, 730] as const;
export type Retention = (typeof RETENTIONS)[number];

/** What is kept in this browser. */
export interface DataView {
  readonly summary: Summary;
  readonly retention: Retention;
  /** What the browser says of all that it keeps for Dealside, and of the room that it gives, in bytes; null where it does not say. */
  readonly room: { readonly used: number; readonly all: number } | null;
}

/** The whole of it as a file. */
export interface DataFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What was asked for, or why it cannot be had. */
export type Or<T> = T | { readonly ok: false; readonly fault: StorageFault };

/** What the page can do with what is kept. No action rejects; where the policy holds the data fast, none of them changes any. */
export interface DataActions {
  readonly look: () => Promise<Or<{ readonly ok: true; readonly view: DataView }>>;
  readonly exportAll: () => Promise<Or<{ readonly ok: true; readonly file: DataFile }>>;
  /** Reads a file and says what taking it would do. Nothing is changed. */
  readonly lookInto: (file: Blob) => Promise<FileFound>;
  /** Takes a file's deals and what belongs to them: all of it or nothing. */
  readonly take: (found: Extract<FileFound, { kind: 'good' }>) => Promise<FileTaken>;
  /** Erases everything but what is spared. */
  readonly erase: (spared: Spared) => Promise<SaveResult>;
  /** Erases what is kept of one site: "https://crm.example.com". */
  readonly eraseSite: (site: string) => Promise<SaveResult>;
  /** How many deals would go with the next round if deals were kept so long; null where that cannot be read. */
  readonly wouldGo: (days: Retention) => Promise<number | null>;
  readonly retain: (days: Retention) => Promise<SaveResult>;
}
