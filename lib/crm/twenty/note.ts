import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import type { Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { oneLine } from '../dom.ts';
import { CrmTrouble } from '../trouble.ts';
import { graphql } from './session.ts';

/** A note's title in a list of notes, in characters. */
const TITLE = 80;

/**
 * A note and its tie to the deal are two records. Both are made in one request, under an id that is given here: the server
 * checks all of a request before it begins, so that what it refuses has left nothing behind.
 */
const WRITE = `mutation WriteNote($note: NoteCreateInput!, $target: NoteTargetCreateInput!) {
  createNote(data: $note) { id }
  createNoteTarget(data: $target) { id }
}`;
const UNDO = `mutation UndoNote($id: UUID!) {
  deleteNote(id: $id) { id }
}`;

/** How the deal is called in a note's tie: newer releases, and older ones. */
const TARGETS = ['targetOpportunityId', 'opportunityId'] as const;

/** Writes a note on the deal. Throws where the note stands there without the deal, once it was taken away again. */
export async function note(access: Access, ref: DealRef, text: string): Promise<void> {
  const id = newId();
  const [newer, older] = TARGETS;
  const title = oneLine(text.split('\n')[0] ?? '').slice(0, TITLE);
  const write = (target: string): Promise<Row> =>
    graphql(access, '/graphql', {
      operationName: 'WriteNote',
      query: WRITE,
      variables: {
        note: { id, title, bodyV2: { markdown: text } },
        target: { noteId: id, [target]: ref.id },
      },
    });
  const data = await write(newer).catch((error: unknown) => {
    // Nothing was written: this release has another name for the deal.
    if (error instanceof CrmTrouble && error.kind === 'refused') return write(older);
    throw error;
  });
  if (data.createNote && data.createNoteTarget) return;
  if (data.createNote)
    await attempt(access, () =>
      graphql(access, '/graphql', { operationName: 'UndoNote', query: UNDO, variables: { id } }),
    );
  throw new CrmTrouble('refused');
}

/** A random UUID. The browser's own maker of them is missing on pages without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const set = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return set.toString(16).padStart(2, '0');
  });
  const part = (from: number, to: number): string => hex.slice(from, to).join('');
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-');
}
