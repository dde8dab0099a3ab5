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

/** Where a badge stands, as it was measured before anything was drawn. */
export interface BadgePlace {
  /** The last text of the name: the badge goes right behind it. */
  readonly behind: Text;
  /** How far it stands from there, in CSS pixels: nowhere, where there is room behind the name. */
  readonly move: { readonly x: number; readonly y: number };
  /** The page writes with light letters on a dark ground. */
  readonly dark: boolean;
}

/** Draws badges on a page that is not ours. Made by the entry point: only the screens know how a badge looks. */
export interface Painter {
  /**
   * Finds a badge's place, and changes nothing: whoever measures all before drawing any has the page laid out once at
   * most. Undefined where the badge would move something, or where there is nothing to be seen of the name.
   */
  readonly plan: (spot: BadgeSpot) => BadgePlace | undefined;
  /** Puts a badge there, and asks the page for nothing. Gives its element. */
  readonly draw: (spot: BadgeSpot, place: BadgePlace, today: string) => HTMLElement;
  readonly remove: (badge: HTMLElement) => void;
  /** Takes everything off the page. */
  readonly end: () => void;
}
