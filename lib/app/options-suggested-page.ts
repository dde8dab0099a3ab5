import type { SuggestedAnswer } from '../core/suggested-schema.ts';
import type { Adapter, ListRef, PageRef } from '../crm/adapter.ts';
import { pageSend } from '../crm/page-send.ts';
import { recogniseCrm } from '../crm/pages.ts';
import { adapterOf } from '../crm/registry.ts';
import { CrmTrouble, SessionExpired } from '../crm/trouble.ts';
import { counted, type SentClient } from './sent-tally.ts';

/** Everything that a CRM asks for is read within this time, in milliseconds, or not at all. */
const MOST_MS = 60_000;

/**
 * Asks the CRM of this page, with the user's own session, what it already requires of a deal. Runs in the page, since only there the
 * CRM's API can be asked; the options page checks what comes back. Never rejects.
 */
export async function readSuggestedHere(
  view: Window,
  client: SentClient,
  find: (crm: string) => Adapter | undefined = adapterOf,
): Promise<SuggestedAnswer> {
  const adapter = find(recogniseCrm(view.document)?.id ?? '');
  const page = adapter?.match(new URL(view.location.href));
  if (!adapter || !page) return { kind: 'elsewhere' };
  const crm = adapter.meta.id;
  if (!adapter.suggestedGates || adapter.meta.api === 'background') return { kind: 'none', crm };
  const signal = AbortSignal.timeout(MOST_MS);
  try {
    const access = { view, signal, send: counted(pageSend(view), view, client, 'read') };
    const gates = await adapter.suggestedGates(access, listOf(page));
    return { kind: 'gates', crm, gates: [...gates] };
  } catch (error) {
    return faultOf(crm, error);
  }
}

function listOf({ ref }: PageRef): ListRef {
  const { crm, org } = ref;
  return org === undefined ? { crm } : { crm, org };
}

function faultOf(crm: string, error: unknown): SuggestedAnswer {
  if (error instanceof SessionExpired) return { kind: 'expired', crm };
  const kind = error instanceof CrmTrouble ? error.kind : 'timeout';
  return kind === 'switched-off' ? { kind: 'none', crm } : { kind: 'trouble', crm, trouble: kind };
}
