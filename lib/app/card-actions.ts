import type { FieldName } from '../core/fields.ts';
import type { CardPlace, SaveResult } from '../messaging/protocol.ts';
import type { CardActions } from './card-model.ts';
import type { Session, SessionWorld } from './card-session.ts';

/** What the actions need from the card itself. */
export interface CardHandle {
  readonly container: HTMLElement;
  readonly move: (place: CardPlace) => void;
  /** Moves aside for the moment, to so many pixels from the right edge. */
  readonly stepTo: (right: number) => void;
  readonly close: () => void;
}

/** The card's actions on one open deal. Every save is followed by a fresh look at what is kept. */
export function cardActions(session: Session, world: SessionWorld, card: CardHandle): CardActions {
  const { ref } = session;
  const { client, adapter, view } = world;
  const kept = async (saving: Promise<SaveResult>): Promise<SaveResult> => {
    const result = await saving;
    if (result.ok) await session.reload();
    return result;
  };
  const answer = (key: string, text: string, date?: string): Promise<SaveResult> => {
    const day = session.today();
    const written = date === undefined ? { key, text, day } : { key, text, day, date };
    return client.saveAnswer({ ref, answer: written });
  };
  const note = (prompt: string, outcome: 'answered' | 'not-now'): Promise<SaveResult> =>
    client.notePrompt({ ref, prompt, day: session.today(), outcome });
  return {
    goToField: (field) => {
      const element = adapter.fieldElement(view.document, field);
      if (!element) return;
      goToField(view, element);
      const right = roomBeside(view, card.container, element);
      if (right !== undefined) card.stepTo(right);
    },
    saveAnswer: (key, text, date) => kept(answer(key, text, date)),
    answerPrompt: async (prompt, text, date) => {
      const saved = await answer(prompt.answer, text, date);
      // The answer is kept whatever becomes of the note; without it the question may only come back.
      if (saved.ok) await kept(note(prompt.id, 'answered'));
      return saved;
    },
    notNow: (prompt) => kept(note(prompt.id, 'not-now')),
    saveException: (gate, reason, until) =>
      kept(client.saveException({ ref, exception: { gate, reason, until, day: session.today() } })),
    endException: (gate) => kept(client.endException({ ref, gate })),
    saveDispute: (rule, reason) => {
      const said = { rule, day: session.today() };
      const dispute = reason === '' ? said : { ...said, reason };
      return kept(client.saveDispute({ ref, dispute }));
    },
    endDispute: (rule) => kept(client.endDispute({ ref, rule })),
    park: (reason, until) =>
      kept(client.park({ ref, parked: { reason, until, day: session.today() } })),
    wake: () => kept(client.wake({ ref })),
    share: async (text) => {
      try {
        await adapter.note?.(world.access(session.signal, 'note'), ref, text);
        return adapter.note !== undefined;
      } catch {
        return false;
      }
    },
    copy: (text) => copyText(view, card.container, text),
    move: card.move,
    close: card.close,
  };
}

function goToField(view: Window, element: HTMLElement): void {
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  element.focus({ preventScroll: true });
}

/** Pixels between the card and the field that it makes room for. */
const GAP = 8;

/**
 * Where the card must stand, from the right edge, so as not to lie over a field's column: left of it, else
 * right of it. Undefined where it need not move, or finds no room. Heights do not count: the page is still scrolling.
 */
export function roomBeside(
  view: Window,
  container: HTMLElement,
  element: HTMLElement,
): number | undefined {
  const card = container.firstElementChild?.firstElementChild?.getBoundingClientRect();
  const field = element.getBoundingClientRect();
  if (!card || card.right <= field.left || field.right <= card.left) return undefined;
  const leftOf = view.innerWidth - field.left + GAP;
  if (leftOf + card.width <= view.innerWidth) return leftOf;
  const rightOf = view.innerWidth - field.right - GAP - card.width;
  return rightOf >= 0 ? rightOf : undefined;
}

/** Copies a text. Pages without TLS have no clipboard interface; there the browser's older command does it. */
async function copyText(view: Window, container: HTMLElement, text: string): Promise<boolean> {
  const clipboard = view.navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by the page's policy: the older command below needs no permission.
  }
  const area = view.document.createElement('textarea');
  area.value = text;
  container.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies on a page without TLS
  const done = view.document.execCommand('copy');
  area.remove();
  return done;
}

/** The fields that the page has an element for, among those that the gates speak of. */
export function reachableFields(
  world: SessionWorld,
  fields: Iterable<FieldName>,
): ReadonlySet<FieldName> {
  const reachable = new Set<FieldName>();
  for (const field of fields) {
    try {
      if (world.adapter.fieldElement(world.view.document, field)) reachable.add(field);
    } catch {
      // A field that cannot be looked for is a field that is not offered to go to.
    }
  }
  return reachable;
}
