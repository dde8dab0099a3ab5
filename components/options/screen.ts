import type { Desk } from './desk.ts';

/** What each screen of the options page is given. */
export interface ScreenProps {
  readonly desk: Desk;
  /** What its address says behind the screen's own name. */
  readonly rest: readonly string[];
}
