import type { CDPSession, Page } from 'playwright-core';
import { packs } from '../../lib/playbooks/index.ts';
import { madeUpDeals, type MadeUp } from '../made-up-deals.ts';
import { findChromium, launchWithExtension } from '../tools/browser.ts';
import { say } from '../tools/say.ts';

const SIZES = [100, 1_000, 10_000] as const;
const ROUNDS = 3;
/** What a trial may take, and what one piece of its work may hold the page up, in milliseconds. */
const BUDGET_MS = 2_000;
const SLICE_MS = 50;

/** What one trial cost, in milliseconds. */
interface Cost {
  /** From the press to the result being in the page. */
  readonly total: number;
  /** What of it the page's main thread itself ran: another program's turn is not in it. */
  readonly ran: number;
  /** The longest piece of work on that thread, in the time that it ran itself. */
  readonly longest: number;
  /** How many pieces were longer than SLICE_MS. */
  readonly long: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** The time that the thread itself ran, in microseconds. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** A draft that asks other things than the playbook in force, so that standings change. */
const draft = {
  key: 'playbookDraft',
  value: {
    playbook: { ...packs.spiced, $schema: undefined, id: 'ours', version: 2 },
    basedOn: 1,
    rev: 1,
    savedAt: '2026-06-10T08:00:00.000Z',
  },
};

/** Puts rows into the page's database as they are, in place of what is there. */
async function fill(page: Page, made: MadeUp): Promise<void> {
  const tables = { ...made, settings: [JSON.parse(JSON.stringify(draft))] };
  await page.evaluate(
    async (rows) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('dealside');
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        opening.onerror = () => {
          reject(new Error('the database cannot be opened'));
        };
      });
      const change = db.transaction(Object.keys(rows), 'readwrite');
      for (const [name, list] of Object.entries(rows)) {
        const store = change.objectStore(name);
        if (name !== 'settings') store.clear();
        for (const row of list as object[]) store.put(row);
      }
      await new Promise((resolve) => {
        change.oncomplete = resolve;
      });
      db.close();
    },
    tables as Record<string, readonly object[]>,
  );
}

/** The pieces of work of the thread that did the most of it: the page's own. */
function tasksOf(events: readonly TraceEvent[]): readonly number[] {
  const threads = new Map<string, number[]>();
  for (const { name, ph, tdur = 0, pid, tid } of events) {
    if (name !== 'RunTask' || ph !== 'X') continue;
    const thread = `${pid} ${tid}`;
    const tasks = threads.get(thread);
    if (tasks) tasks.push(tdur / 1000);
    else threads.set(thread, [tdur / 1000]);
  }
  return [...threads.values()].toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
}

const sum = (tasks: readonly number[]): number => tasks.reduce((all, task) => all + task, 0);

async function traced(session: CDPSession, run: () => Promise<number>): Promise<Cost> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  const total = await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const tasks = tasksOf(events);
  return {
    total,
    ran: sum(tasks),
    longest: Math.max(0, ...tasks),
    long: tasks.filter((task) => task > SLICE_MS).length,
  };
}

/** Presses the button inside the page, and waits there for the result: no way to the page and back is in the time. */
const tryIt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const said = document.querySelector('.tr-said');
        const button = document.querySelector<HTMLButtonElement>('.tr-start button');
        if (!said || !button) {
          reject(new Error('there is nothing to press'));
          return;
        }
        const started = performance.now();
        const observer = new MutationObserver(() => {
          if (!document.querySelector('.tr-sentence')) return;
          observer.disconnect();
          resolve(performance.now() - started);
        });
        button.click();
        // What an earlier trial said goes when this one begins.
        requestAnimationFrame(() => {
          observer.observe(said, { childList: true, subtree: true });
        });
      }),
  );

/** Prints what trying a draft costs the options page, for more and more deals, and how that grows. */
export async function benchTrial(extensionDir: string): Promise<void> {
  const browser = await findChromium({ say });
  const viewport = { width: 1280, height: 900 };
  const launched = await launchWithExtension({ browser, extensionDir, headless: true, viewport });
  try {
    const page = await launched.context.newPage();
    const session = await page.context().newCDPSession(page);
    const address = `chrome-extension://${launched.extensionId}/options.html#/try`;
    console.log(
      `\nA draft tried beside the playbook in force, medians of ${ROUNDS} (budget ${BUDGET_MS} ms)`,
    );
    let before: { readonly size: number; readonly ran: number } | undefined;
    for (const size of SIZES) {
      await page.goto(address);
      await page.locator('.tr-start button').waitFor();
      await fill(page, madeUpDeals(size, Temporal.Now.plainDateISO().toString()));
      const costs: Cost[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.reload();
        await page.locator('.tr-start button').waitFor();
        costs.push(await traced(session, () => tryIt(page)));
      }
      costs.sort((a, b) => a.ran - b.ran);
      const middle = costs[Math.floor(ROUNDS / 2)];
      if (!middle) return;
      const { total, ran, longest, long } = middle;
      const growth = before
        ? `, ${(ran / before.ran).toFixed(1)} × for ${size / before.size} × the deals`
        : '';
      console.log(
        `  ${String(size).padStart(6)} deals: ${total.toFixed(0)} ms, of which the page ran ${ran.toFixed(0)} ms${growth}; longest task ${longest.toFixed(1)} ms, ${long} over ${SLICE_MS} ms`,
      );
      before = { size, ran };
    }
  } finally {
    await launched.close();
  }
}
