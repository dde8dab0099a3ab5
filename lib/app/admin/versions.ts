import type { Playbook, Text } from '../../core/playbook.ts';
import type { StorageFault } from '../../messaging/protocol.ts';
import type { Store } from '../../storage/db.ts';
import { faultOf } from '../../storage/fault.ts';
import { earlierOf, readKept, rulesOf, type Kept } from '../options-kept.ts';
import { asText } from '../options-draft.ts';
import { playbookOf } from '../options-model.ts';
import type { Loaded } from '../playbook-text.ts';

/** Which version: its number in the store, null for the starter pack, "set" for one that policy or an address sets. */
export type VersionId = number | null | 'set';

/** A version of the playbook that was ever in force in this browser. */
export interface Version {
  readonly id: VersionId;
  readonly version: number;
  /** Null where its text says none. */
  readonly name: Text | null;
  /** The day on which it was published, YYYY-MM-DD, and the instant (ISO 8601) where that was kept. */
  readonly day: string | null;
  readonly at: string | null;
  readonly by: string | null;
  readonly note: string | null;
  readonly source: 'starter' | 'published' | 'policy' | 'url';
  /** The version whose rules came back with it. */
  readonly back: number | null;
  readonly inForce: boolean;
}

export type Versions =
  | { readonly ok: true; readonly versions: readonly Version[] }
  | { readonly ok: false; readonly fault: StorageFault };

export interface VersionActions {
  /** Every version, the newest first. */
  readonly all: () => Promise<Versions>;
  /** A version's rules, checked. Both null: it could not be read. */
  readonly rules: (id: VersionId) => Promise<Loaded<Playbook>>;
  /** A version as a file, as its text was published, be it valid or not; null where it could not be read. */
  readonly file: (
    id: VersionId,
  ) => Promise<{ readonly name: string; readonly text: string } | null>;
}

const NOWHERE: Loaded<never> = { playbook: null, playbookFault: null };

/** What the screen of the versions stands on. No action rejects. */
export const createVersions = (store: Store): VersionActions => ({
  all: async () => {
    try {
      return { ok: true, versions: versionsOf(await readKept(store)) };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  },
  rules: async (id) => {
    try {
      return rulesFor(await readKept(store), id);
    } catch {
      return NOWHERE;
    }
  },
  file: async (id) => {
    try {
      const kept = await readKept(store);
      const { playbook } = rulesFor(kept, id);
      const row = kept.rows.find(({ seq }) => seq === id);
      const text = row?.text ?? (playbook && asText(playbook));
      const version = row?.version ?? playbook?.version ?? 0;
      const name = `dealside-${playbook?.id ?? 'playbook'}-v${version}.json`;
      return text === null ? null : { name, text };
    } catch {
      return null;
    }
  },
});

function rulesFor(kept: Kept, id: VersionId): Loaded<Playbook> {
  if (id !== 'set') return rulesOf(kept, id);
  return { playbook: playbookOf(kept.inForce), playbookFault: null };
}

/** What is in force now comes first; it stands in a row of its own only where it was published here. */
function versionsOf(kept: Kept): readonly Version[] {
  const { rows, inForce } = kept;
  const earlier = earlierOf(kept).map(({ seq, version, name, day }): Version => {
    const row = rows.find((each) => each.seq === seq);
    return {
      ...{ id: seq, version, name, day },
      at: row?.at ?? null,
      by: row?.by ?? null,
      note: row?.note ?? null,
      back: row?.back ?? null,
      source: seq === null ? 'starter' : 'published',
      inForce: false,
    };
  });
  const now = inForceOf(kept);
  return now && inForce.kind !== 'unreadable' ? [now, ...earlier] : earlier;
}

function inForceOf({ rows, inForce }: Kept): Version | null {
  const playbook = playbookOf(inForce);
  const last = rows.at(-1);
  const here = inForce.kind === 'published' ? last : undefined;
  if (!playbook) return null;
  return {
    id: inForce.kind === 'set' ? 'set' : (here?.seq ?? null),
    version: playbook.version,
    name: playbook.name,
    day: inForce.kind === 'set' ? inForce.day : (here?.day ?? null),
    at: here?.at ?? null,
    by: here?.by ?? null,
    note: here?.note ?? null,
    back: here?.back ?? null,
    source: inForce.kind === 'set' ? inForce.by : here ? 'published' : 'starter',
    inForce: true,
  };
}
