import type { Badge } from '../messaging/protocol.ts';

/** The custom element that a badge is. */
export const BADGE_TAG = 'dealside-badge';

/** A badge to be drawn: what it says, and beside which name of which row it stands. */
export interface BadgeSpot {
  /** The row of the list, or the card of the board. */
  readonly row: HTMLElement;
  /** The deal's name in it. */
  readonly at: HTMLElement;
  readonly badge: Badge;
}

/** Draws badges on a page that is not ours. Made by the entry point: only the screens know how a badge looks. */
export interface Painter {
  /** Puts a badge into the row, not to be seen yet. Gives its element. */
  readonly draw: (spot: BadgeSpot, today: string) => HTMLElement;
  /** Brings badges to their places and shows them. Measures all before it moves any. */
  readonly place: (badges: readonly HTMLElement[]) => void;
  readonly remove: (badge: HTMLElement) => void;
  /** Takes everything off the page. */
  readonly end: () => void;
}
