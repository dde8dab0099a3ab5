import type { CDPSession, Page } from 'playwright-core';
import { findChromium, launchWithExtension } from '../tools/browser.ts';
import { say } from '../tools/say.ts';
import { serveBoards } from './badge-page.ts';
import { median } from './compare.ts';

const CARDS = 500;
const ROUNDS = 7;

/** What the badges' script cost one page, in milliseconds. */
interface Cost {
  /** Everything that ran in it, its loading included. */
  readonly script: number;
  /** Its loading alone. */
  readonly loading: number;
  /** What the browser laid out because the script asked for a place: not in `script`. */
  readonly layout: number;
  readonly longest: number;
  readonly badges: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** The time that the thread itself ran, in microseconds: another program's turn is not in it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly scriptName?: string } };
}

/** Events that hold script; those inside of others are counted with them. */
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'v8.callFunction', 'RunMicrotasks']);

const isOurs = ({ args }: TraceEvent): boolean =>
  (args?.data?.url ?? args?.data?.scriptName ?? '').includes('content-scripts/badges.js');

const LAYOUT = new Set(['Layout', 'UpdateLayoutTree', 'RecalculateStyles', 'PrePaint']);

/** Adds up the outermost pieces of script from the first of ours on: but for the watch script, nothing else runs in the page. */
function costOf(events: readonly TraceEvent[], badges: number): Cost {
  const whole = events.filter(({ ph, dur }) => ph === 'X' && (dur ?? 0) > 0);
  const pieces = whole.filter(({ name }) => SCRIPT.has(name)).sort((a, b) => a.ts - b.ts);
  const first = pieces.find(isOurs);
  if (!first) throw new Error('The trace has nothing of the badges in it.');
  const here = (one: TraceEvent): boolean => one.pid === first.pid && one.tid === first.tid;
  const layouts = whole.filter((one) => LAYOUT.has(one.name) && here(one));
  const cost = { script: 0, layout: 0, longest: 0 };
  let end = 0;
  for (const piece of pieces) {
    const { ts, dur = 0, tdur = dur } = piece;
    if (ts < first.ts || ts < end || !here(piece)) continue;
    if (!isOurs(piece) && piece.name !== 'RunMicrotasks') continue;
    end = ts + dur;
    const within = layouts.filter((one) => one.ts >= ts && one.ts < ts + dur);
    const layout = within.reduce((sum, one) => sum + (one.tdur ?? one.dur ?? 0), 0);
    cost.layout += layout / 1000;
    cost.script += (tdur - layout) / 1000;
    cost.longest = Math.max(cost.longest, tdur / 1000);
  }
  const loading = pieces.find((one) => isOurs(one) && one.name === 'EvaluateScript')?.tdur ?? 0;
  return { ...cost, loading: loading / 1000, badges };
}

async function traced(session: CDPSession, run: () => Promise<number>): Promise<Cost> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'v8.execute',
        'disabled-by-default-devtools.timeline',
      ],
    },
  });
  const badges = await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return costOf(events, badges);
}

/** Loads a board, and waits until its badges have come and the page is at rest. */
async function load(page: Page, url: string, least: number): Promise<number> {
  await page.goto(url);
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('dealside-badge').length >= wanted,
    least,
  );
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))),
  );
  return page.locator('dealside-badge').count();
}

/** Prints what the badges cost a board of 500 cards: with a screenful in sight, and with all of them in sight. */
export async function benchBadges(extensionDir: string): Promise<void> {
  const boards = await serveBoards();
  const browser = await findChromium({ say });
  const viewport = { width: 1600, height: 1000 };
  const launched = await launchWithExtension({ browser, extensionDir, headless: true, viewport });
  try {
    const page = await launched.context.newPage();
    const session = await page.context().newCDPSession(page);
    console.log(`\nBadges on a board of ${CARDS} cards, medians of ${ROUNDS} loads each`);
    for (const [name, height, least] of [
      ['a screenful in sight', 60, 60],
      ['all in sight', 8, CARDS],
    ] as const) {
      const costs: Cost[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        await page.goto('about:blank');
        const url = `${boards.origin}/${CARDS}/${height}#/deals`;
        const cost = await traced(session, () => load(page, url, least));
        // The first load warms the browser up.
        if (round > 0) costs.push(cost);
      }
      const of = (field: keyof Cost): string => median(costs.map((cost) => cost[field])).toFixed(1);
      console.log(
        `  ${name}: ${Number(of('badges'))} badges, script ${of('script')} ms (${of('loading')} ms of it loading), layout for it ${of('layout')} ms, longest slice ${of('longest')} ms with its layout`,
      );
    }
  } finally {
    await launched.close();
    await boards.stop();
  }
}
