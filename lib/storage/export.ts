import type { DealsideDb } from './db.ts';
import { DATA_FORMAT } from './data-file.ts';
import { HEALTH_PREFIX } from './health.ts';
import { inChunks } from './in-chunks.ts';
import { KINDS, tableOf, type Kind } from './kinds.ts';
import { CUSTOM_CRMS } from './settings.ts';

/** What stands at the head of an exported file. */
export interface ExportHead {
  /** When, as an instant (ISO 8601, UTC). */
  readonly made: string;
  /** Dealside's version. */
  readonly version: string;
}

/** Settings that are of this browser alone stay in it: a draft, a role, a name, where a playbook is fetched. */
const travels = (kind: Kind, row: { readonly key?: unknown }): boolean =>
  kind !== 'settings' ||
  (typeof row.key === 'string' && (row.key === CUSTOM_CRMS || row.key.startsWith(HEALTH_PREFIX)));

/** A row's number orders it in one database alone. */
const withoutNumber = ({ seq, ...row }: { readonly seq?: unknown }): object =>
  seq === undefined ? row : row;

/**
 * Writes everything that is kept as one JSON text, each row on a line of its own, as one moment saw it. It is handed over in
 * pieces, so that the whole need never be one text. Rejects with the database's error.
 */
export async function exportAll(
  db: DealsideDb,
  head: ExportHead,
  write: (piece: string) => void,
): Promise<void> {
  await db.transaction('r', db.tables, async () => {
    const { made, version } = head;
    write(`${JSON.stringify({ dealside: DATA_FORMAT, made, version }).slice(0, -1)},"tables":{`);
    for (const [index, kind] of KINDS.entries()) {
      write(`${index === 0 ? '' : ','}\n"${kind}":[`);
      let first = true;
      await inChunks(tableOf(db, kind), (rows) => {
        const lines = rows.filter((row) => travels(kind, row)).map(withoutNumber);
        if (lines.length === 0) return;
        const text = lines.map((row) => `\n${JSON.stringify(row)}`).join(',');
        write(first ? text : `,${text}`);
        first = false;
      });
      write(']');
    }
    write('}}\n');
  });
}
