import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { startAlarms, type Job } from './alarms.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const NOW = Date.parse('2026-06-10T09:00:00Z');
const DAY = 24 * 60;
const at = (now: number): void => {
  vi.spyOn(Date, 'now').mockReturnValue(now);
};
let end: AbortController;
let ran: string[];
const job = (name: string, minutes = DAY): Job => ({
  name,
  minutes,
  run: () => Promise.resolve(void ran.push(name)),
});
const start = async (...jobs: Job[]): Promise<void> => {
  startAlarms(jobs, end.signal);
  await vi.waitFor(() => {
    expect(fakeBrowser.world.alarms.map(({ name }) => name).toSorted()).toEqual(
      jobs.map(({ name }) => name).toSorted(),
    );
  });
};
const dueOf = (name: string): number =>
  (fakeBrowser.world.alarms.find((one) => one.name === name)?.scheduledTime ?? 0) - NOW;

beforeEach(() => {
  resetFakeBrowser();
  at(NOW);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  end = new AbortController();
  ran = [];
});
afterEach(() => {
  end.abort();
});

describe('alarms', () => {
  test('wake each job by its name, and no other', async () => {
    await start(job('tidy'), job('feed', 60));
    fakeBrowser.alarms.onAlarm.fire({ name: 'feed' });
    fakeBrowser.alarms.onAlarm.fire({ name: 'another' });
    await vi.waitFor(() => {
      expect(ran).toEqual(['feed']);
    });
  });

  test('stay as they are when the background starts again, and follow another period', async () => {
    await start(job('tidy'));
    at(NOW + 3_600_000);
    await start(job('tidy'));
    expect(dueOf('tidy')).toBe(60_000);
    startAlarms([job('tidy', 60)], end.signal);
    await vi.waitFor(() => {
      expect(fakeBrowser.world.alarms[0]?.periodInMinutes).toBe(60);
    });
  });

  test('that the browser forgot come back at their time, and at once where they are overdue', async () => {
    await start(job('tidy'));
    fakeBrowser.alarms.onAlarm.fire({ name: 'tidy' });
    await vi.waitFor(async () => {
      expect(await fakeBrowser.storage.local.get('alarm-tidy')).toEqual({ 'alarm-tidy': NOW });
    });
    fakeBrowser.world.alarms = [];
    await start(job('tidy'));
    expect(dueOf('tidy')).toBe(DAY * 60_000);
    fakeBrowser.world.alarms = [];
    at(NOW + 2 * DAY * 60_000);
    await start(job('tidy'));
    expect(dueOf('tidy')).toBe(2 * DAY * 60_000 + 60_000);
  });

  test('go on after a run that came to nothing, which does not count as one', async () => {
    const run = vi.fn<Job['run']>(() => Promise.reject(new Error('no room')));
    await start({ name: 'tidy', minutes: DAY, run });
    fakeBrowser.alarms.onAlarm.fire({ name: 'tidy' });
    fakeBrowser.alarms.onAlarm.fire({ name: 'tidy' });
    await vi.waitFor(() => {
      expect(console.warn).toHaveBeenCalledTimes(2);
    });
    expect(run).toHaveBeenCalledTimes(2);
    expect(await fakeBrowser.storage.local.get('alarm-tidy')).toEqual({});
  });

  test('end with the signal', async () => {
    await start(job('tidy'));
    end.abort();
    fakeBrowser.alarms.onAlarm.fire({ name: 'tidy' });
    expect(ran).toEqual([]);
  });
});
