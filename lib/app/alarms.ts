import { browser } from 'wxt/browser';
import { listen } from './listen.ts';

/**
 * What the background does from time to time: named jobs with a period, woken by the browser's alarms. Nothing is polled, and
 * the background sleeps between them. A browser that forgets its alarms when it closes is made up for: the moment of each
 * job's last run is kept, and a job that is overdue at a start runs a minute later.
 */
export interface Job {
  /** Its alarm's name: short, and one of a kind. */
  readonly name: string;
  /** Minutes from one run to the next. At least 1. */
  readonly minutes: number;
  /** The work. A rejection is logged and costs this run alone; the next one comes at its time. */
  readonly run: () => Promise<void>;
}

/** Where the last run of a job is kept, in storage.local: an instant in milliseconds. */
const keyOf = (name: string): string => `alarm-${name}`;
const MINUTE = 60_000;

async function lastRun(name: string): Promise<number | undefined> {
  const { [keyOf(name)]: at } = await browser.storage.local.get<Record<string, unknown>>(
    keyOf(name),
  );
  return typeof at === 'number' ? at : undefined;
}

/** Sets an alarm that is not set yet, or was set with another period. */
async function arm({ name, minutes }: Job): Promise<void> {
  const set = await browser.alarms.get(name);
  if (set?.periodInMinutes === minutes) return;
  const [now, last] = [Date.now(), await lastRun(name)];
  const due = last === undefined || last > now ? 0 : last + minutes * MINUTE;
  const when = Math.max(now + MINUTE, due);
  await browser.alarms.create(name, { when, periodInMinutes: minutes });
}

async function run({ name, run: work }: Job): Promise<void> {
  try {
    await work();
    await browser.storage.local.set({ [keyOf(name)]: Date.now() });
  } catch (error) {
    console.warn(`[dealside] ${name}: this run came to nothing`, error);
  }
}

/** Keeps the jobs going until the signal aborts. Call it in the background's first turn, once, with all jobs. */
export function startAlarms(jobs: readonly Job[], signal: AbortSignal): void {
  const onAlarm = ({ name }: { readonly name: string }): void => {
    const job = jobs.find((one) => one.name === name);
    if (job) void run(job);
  };
  listen(browser.alarms.onAlarm, onAlarm, signal);
  Promise.all(jobs.map(arm)).catch((error: unknown) => {
    console.warn('[dealside] the alarms could not be set', error);
  });
}
