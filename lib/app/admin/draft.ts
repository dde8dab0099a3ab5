import type { Playbook } from '../../core/playbook.ts';
import type { Store } from '../../storage/db.ts';
import { asText } from '../options-draft.ts';
import { publishNext } from '../options-publish.ts';
import { checkText, type Loaded } from '../playbook-text.ts';
import { readDraftFile } from './draft-file.ts';
import { takeAway } from './draft-kept.ts';
import type { Aside, DraftActions, DraftPublished } from './draft-model.ts';
import { asideOf, DraftSession } from './draft-session.ts';

/** The draft of this browser: one session for the page, whichever of its screens is shown. */
export function createDraft(store: Store): DraftActions {
  const session = new DraftSession(store);
  const { state, subscribe, change, undo, redo, flush, take, rebase, forgetAside } = session;
  return {
    ...{ state, subscribe, change, undo, redo, flush, take, rebase, forgetAside },
    check: readDraftFile,
    start: (playbook, basedOn) => session.replace({ playbook, basedOn }, there(session)),
    discard: () => {
      const aside = there(session);
      return session.replace(null, aside && { ...aside, why: 'discarded' });
    },
    bringBack: async () => {
      const now = state();
      const aside = 'aside' in now ? now.aside : null;
      return aside !== null && session.replace(aside, there(session));
    },
    publish: (note, by) => publishDraft(store, session, note, by),
  };
}

/** The draft that there is, to be set aside. */
function there({ state }: DraftSession): Aside | null {
  const now = state();
  return now.kind === 'draft' ? asideOf(now.draft) : null;
}

/** As the next version. Texts are trimmed as the check trims them, so that what is stored is what is used. */
const asNext = (playbook: Playbook, version: number): Loaded<Playbook> =>
  checkText(asText({ ...playbook, version }));

async function publishDraft(
  store: Store,
  session: DraftSession,
  note: string,
  by: string,
): Promise<DraftPublished> {
  await session.flush();
  const now = session.state();
  if (now.kind !== 'draft' || now.elsewhere) return { ok: false, fault: 'elsewhere' };
  const { draft, keeping } = now;
  if (keeping !== 'kept') return { ok: false, fault: keeping === 'keeping' ? 'refused' : keeping };
  const result = await session.alone(() =>
    publishNext(store, (_, next) => asNext(draft.playbook, next), {
      note,
      by,
      settle: (db) => takeAway(db, draft),
    }),
  );
  if (result.ok) session.published();
  else if (await session.follow()) return { ok: false, fault: 'elsewhere' };
  return result;
}
