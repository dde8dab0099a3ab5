import type { CDPSession, Page } from 'playwright-core';

/** What one load of a page cost: seconds of script and of tasks, bytes of heap, and the longest task in ms. */
export interface PageCost {
  readonly script: number;
  readonly task: number;
  readonly heap: number;
  readonly longest: number;
}

interface Marks {
  tasks: number[];
  keys: number[];
  shown?: number;
  carded?: number;
}

declare global {
  interface Window {
    benchMarks: Marks;
  }
}

/** Notes long tasks, the moment at which a deal's fields stand on the page, and that at which the card is right. */
function watchPage(): void {
  const marks: Marks = { tasks: [], keys: [] };
  window.benchMarks = marks;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) marks.tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = (): void => {
    if (marks.shown === undefined && document.querySelector('[role=dialog] h5')) {
      marks.shown = performance.now();
    }
    const card = document.querySelector('dealside-card[data-standing]');
    if (card && marks.carded === undefined) marks.carded = performance.now();
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-standing'],
  });
}

/** From each key press to the frame that follows it, in ms. */
function watchKeys(): void {
  addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () =>
          window.benchMarks.keys.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Makes a page that measures itself; the same on both sides of the comparison. */
export async function prepare(page: Page): Promise<CDPSession> {
  await page.addInitScript(watchPage);
  await page.addInitScript(watchKeys);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

/** The cost of a page since it was loaded. What is garbage is not counted as heap. */
export async function costOf(page: Page, session: CDPSession): Promise<PageCost> {
  const { metrics } = await session.send('Performance.getMetrics');
  await session.send('HeapProfiler.collectGarbage');
  const after = await session.send('Performance.getMetrics');
  const value = (of: typeof metrics, name: string): number =>
    of.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const tasks = await page.evaluate(() => window.benchMarks.tasks);
  return {
    script: value(metrics, 'ScriptDuration'),
    task: value(metrics, 'TaskDuration'),
    heap: value(after.metrics, 'JSHeapUsedSize'),
    longest: Math.max(0, ...tasks),
  };
}

/** Milliseconds from the deal's fields on the page to the card's standing; NaN without a card. */
export const dealToCard = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { shown, carded } = window.benchMarks;
    return shown === undefined || carded === undefined ? Number.NaN : Math.max(0, carded - shown);
  });

/** Delays of the keys pressed since the page was loaded, in ms. */
export const keyDelays = (page: Page): Promise<number[]> =>
  page.evaluate(() => window.benchMarks.keys);
