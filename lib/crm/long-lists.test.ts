import { describe, expect, it } from 'vitest';
import type { Access } from './access.ts';
import { contactOf } from './dynamics/contact.ts';
import { contactFields } from './salesforce/activities.ts';

/** An API that answers each request with what `rowsAt` gives for its address. */
const accessTo = (list: string, rowsAt: (path: string) => readonly unknown[]): Access => ({
  view: { location: new URL('https://crm.example.com/') } as unknown as Window,
  signal: new AbortController().signal,
  send: ({ path }) =>
    Promise.resolve({
      status: 200,
      headers: { 'content-type': 'application/json' },
      text: JSON.stringify({ [list]: rowsAt(path) }),
      redirected: false,
    }),
});

const ours = { lastContactBy: { is: 'value', value: 'us' } };
const lost = { lastContactBy: { is: 'unknown', reason: 'not-readable' } };

describe('a list of our own moves that was cut off may hide the buyer’s', () => {
  const call = { actualend: '2026-11-18T12:00:00Z', leftvoicemail: true };
  it.each([
    [49, ours],
    [50, lost],
  ])('%i calls in Dynamics', async (count, expected) => {
    const rows = (path: string) =>
      path.includes('phonecalls') ? Array.from({ length: count }, () => call) : [];
    expect(await contactOf(accessTo('value', rows), 'x')).toMatchObject(expected);
  });

  const task = { TaskSubtype: 'Email', CompletedDateTime: '2026-11-18T12:00:00Z' };
  it.each([
    [199, ours],
    [200, lost],
  ])('%i tasks in Salesforce', async (count, expected) => {
    const rows = (path: string) =>
      /FROM.Task/.test(path) ? Array.from({ length: count }, () => task) : [];
    const now = Date.UTC(2026, 10, 20);
    expect(await contactFields(accessTo('records', rows), 'x', now)).toMatchObject(expected);
  });
});
