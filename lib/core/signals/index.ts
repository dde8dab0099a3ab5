import type { SignalKind } from './signal.ts';
import { signal as dateMoves } from './date-moves.ts';
import { signal as datePassed } from './date-passed.ts';
import { signal as goingBackwards } from './going-backwards.ts';
import { signal as monthEndHabit } from './month-end-habit.ts';
import { signal as noNextStep } from './no-next-step.ts';
import { signal as olderThanWeWin } from './older-than-we-win.ts';
import { signal as quietBuyer } from './quiet-buyer.ts';
import { signal as stuckInStage } from './stuck-in-stage.ts';

/** Every signal. The core runs without a bundler, so they are named here; a test holds the list to the folder. */
export const signals: readonly SignalKind[] = [
  quietBuyer,
  stuckInStage,
  olderThanWeWin,
  datePassed,
  dateMoves,
  noNextStep,
  monthEndHabit,
  goingBackwards,
];
