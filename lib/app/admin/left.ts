import type { SaveResult, StorageFault } from '../../messaging/protocol.ts';
import type { Store } from '../../storage/db.ts';
import { faultOf, keep } from '../../storage/fault.ts';
import { forgetSent, readSent, SENT_DAYS, type Sent } from '../../storage/sent.ts';
import { today } from '../clock.ts';
import { lockedBy, readPolicy } from '../policy.ts';

/** What left this browser on one day, by host and kind. */
export interface LeftDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly lines: readonly Sent[];
}

/** What the page can do with what is told of what left this browser. No action rejects. */
export interface LeftActions {
  /** The newest day first, as far back as it is kept. */
  readonly look: () => Promise<
    | { readonly ok: true; readonly days: readonly LeftDay[] }
    | { readonly ok: false; readonly fault: StorageFault }
  >;
  readonly forget: () => Promise<SaveResult>;
}

/** What the page stands on. */
export const createLeft = (store: Store): LeftActions => ({
  look: async () => {
    try {
      const first = Temporal.PlainDate.from(await today()).subtract({ days: SENT_DAYS });
      const lines = (await store.use(readSent)).filter(({ day }) => day >= first.toString());
      const days = Map.groupBy(lines, ({ day }) => day);
      return { ok: true, days: [...days].map(([day, of]) => ({ day, lines: of })) };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  },
  forget: async () => {
    if (lockedBy(await readPolicy(), 'data')) return { ok: false, fault: 'locked' };
    return await keep(store, (db) => forgetSent(db));
  },
});
