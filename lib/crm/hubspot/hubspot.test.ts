// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fixturesOf, savedOf, showPage } from '../../../tests/crm-fixtures.ts';
import type { Reading } from '../../core/deal.ts';
import { unknownFields } from '../../core/deal.ts';
import { known } from '../../core/fact.ts';
import type { Access, CrmAnswer, CrmRequest } from '../access.ts';
import { adapter } from './index.ts';

const ref = { crm: 'hubspot', id: '7', org: '4200' };
const HEADER = 'X-HubSpot-CSRF-hubspotapi';

const json = (value: unknown, status = 200): CrmAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify(value),
  redirected: false,
});

/** A page with a token, whose API answers as it is told. A window of its own each time. */
function pageWith(
  answer: (request: CrmRequest, count: number, doc: { cookie: string }) => CrmAnswer,
) {
  const sent: CrmRequest[] = [];
  const document = { cookie: 'other=1; hubspotapi-csrf=first' };
  const view = { document, location: { href: 'https://app.hubspot.com/x' } };
  const access: Access = {
    view: view as unknown as Window,
    signal: new AbortController().signal,
    send: (request) => {
      sent.push(request);
      return Promise.resolve(answer(request, sent.length, document));
    },
  };
  return { access, sent, tokens: () => sent.map(({ headers }) => headers?.[HEADER]) };
}

const PIPELINES = {
  results: [
    {
      id: 'default',
      label: 'Sales',
      displayOrder: 0,
      stages: [
        {
          id: 's1',
          label: 'New',
          displayOrder: 0,
          metadata: { isClosed: 'false', probability: '0.0' },
        },
        {
          id: 's2',
          label: 'Talks',
          displayOrder: 1,
          metadata: { isClosed: 'false', probability: '0.5' },
        },
      ],
    },
    {
      id: 'more',
      label: 'Renewals',
      displayOrder: 1,
      stages: [{ id: 'r1', label: 'New', displayOrder: 0, metadata: { probability: 0.5 } }],
    },
  ],
};

describe('the CSRF token', () => {
  it('is read at each request; a rotated one is used once more, and the portal is always named', async () => {
    const { access, sent, tokens } = pageWith((_, count, document) => {
      document.cookie = 'hubspotapi-csrf=second';
      return count === 1 ? json({}, 403) : json(PIPELINES);
    });
    await expect(adapter.stages!(access, ref)).resolves.toHaveLength(3);
    await adapter.stages!(access, ref);
    expect(tokens()).toEqual(['first', 'second', 'second']);
    for (const { path } of sent) expect(path).toContain('portalId=4200');
  });

  it('is tried once more and no oftener: then the user may not', async () => {
    const { access, tokens } = pageWith((_, count, document) => {
      document.cookie = `hubspotapi-csrf=token-${count}`;
      return json({}, 403);
    });
    await expect(adapter.stages!(access, ref)).rejects.toMatchObject({ kind: 'no-access' });
    expect(tokens()).toEqual(['first', 'token-1']);
  });

  it('that did not change is tried again at the first refusal of a page alone', async () => {
    const { access, sent } = pageWith(() => json({}, 403));
    await expect(adapter.stages!(access, ref)).rejects.toMatchObject({ kind: 'no-access' });
    expect(sent).toHaveLength(2);
    await expect(adapter.stages!(access, ref)).rejects.toMatchObject({ kind: 'no-access' });
    expect(sent).toHaveLength(3);
  });

  it('never makes a note be sent twice, unless it was rotated', async () => {
    const same = pageWith(() => json({}, 403));
    await expect(adapter.note!(same.access, ref, 'x')).rejects.toMatchObject({ kind: 'no-access' });
    expect(same.sent).toHaveLength(1);
    const rotated = pageWith((_, count, document) => {
      document.cookie = 'hubspotapi-csrf=second';
      return count === 1 ? json({}, 403) : json({ id: '1' }, 201);
    });
    await adapter.note!(rotated.access, ref, 'x');
    expect(rotated.sent).toHaveLength(2);
  });

  it('is left out where there is none', async () => {
    const { access, sent } = pageWith((_, __, document) => {
      expect(document.cookie).toBe('');
      return json(PIPELINES);
    });
    (access.view.document as { cookie: string }).cookie = '';
    await adapter.stages!(access, ref);
    expect(sent[0]?.headers).toBeUndefined();
  });
});

describe('history', () => {
  const version = (value: string, day: number) => ({
    value,
    timestamp: new Date(Date.UTC(2025, 0, day, 12)).toISOString(),
  });
  const read = (closedate: unknown[]) => {
    const { access } = pageWith(({ path }) =>
      path.includes('/pipelines/')
        ? json({}, 500)
        : json({
            id: '7',
            properties: { createdate: '2024-12-01T12:00:00Z' },
            propertiesWithHistory: { closedate },
          }),
    );
    return adapter.history!(access, ref);
  };

  it('counts from the deal’s first day, whatever order the versions come in', async () => {
    const versions = [version('2025-03-01', 2), version('2025-02-01', 1), version('2025-04-01', 3)];
    const { changes, since } = await read(versions);
    expect(since).toBe('2024-12-01');
    expect(changes.map(({ from, to, day }) => [from, to, day])).toEqual([
      ['2025-02-01', '2025-03-01', '2025-01-02'],
      ['2025-03-01', '2025-04-01', '2025-01-03'],
    ]);
  });

  it('counts from the oldest version where the list may have lost its beginning', async () => {
    const versions = Array.from({ length: 20 }, (_, at) => version(`2025-05-${at + 10}`, at + 5));
    const { changes, since } = await read(versions.reverse());
    expect(since).toBe('2025-01-05');
    expect(changes).toHaveLength(19);
  });
});

it('reads more open deals than one search gives, behind the last one', async () => {
  const asked: unknown[] = [];
  const { access } = pageWith(({ path, body }) => {
    if (path.includes('/pipelines/')) return json(PIPELINES);
    if (path.includes('/owners')) return json({ results: [] });
    const { after, filterGroups } = body as { after?: string; filterGroups: unknown };
    asked.push([after, /"GT","value":"(\d+)"/.exec(JSON.stringify(filterGroups))?.[1]]);
    const id = String(asked.length * 10);
    const next = { 1: '9800', 2: '10000', 3: undefined }[asked.length];
    return json({
      total: 10_100,
      results: [{ id, properties: { dealname: 'A deal', dealstage: 's2', pipeline: 'default' } }],
      ...(next === undefined ? {} : { paging: { next: { after: next } } }),
    });
  });
  const totals: unknown[] = [];
  for await (const { total } of adapter.deals!(access, ref)) totals.push(total);
  expect(asked).toEqual([
    [undefined, '0'],
    ['9800', '0'],
    [undefined, '20'],
  ]);
  expect(totals).toEqual([10_100, 10_100, 10_100]);
});

it.each([
  [404, 'not-found'],
  [403, 'no-access'],
])('says so where the session may not ask for the pipelines’ rules: %i', async (status, kind) => {
  const { access } = pageWith(({ path }) =>
    path.includes('/pipelines-rules/') ? json({}, status) : json(PIPELINES),
  );
  await expect(adapter.suggestedGates!(access, ref)).rejects.toMatchObject({ kind });
});

describe('stages in the page', () => {
  const typed = fixturesOf('hubspot').find(({ name }) => name === '2026/editors-typed')!;
  const list = fixturesOf('hubspot').find(({ name }) => name === '2026/list')!;
  const learn = async (stages: unknown): Promise<void> => {
    const { access } = pageWith(() => json(stages));
    await adapter.stages!({ ...access, view: window }, ref);
  };
  const stageFor = (pipeline: string) => {
    const saved = savedOf(typed, ref)!;
    const fields = { ...saved.fields, pipeline: known(pipeline, 'api') } as Reading['fields'];
    return adapter.read(document, ref, { saved: { ...saved, fields } })?.fields.stage;
  };
  const both = (label: string) => ({
    results: PIPELINES.results.map((pipeline) => ({
      ...pipeline,
      stages: pipeline.stages.map((stage) => ({
        ...stage,
        label: stage.label === 'New' ? label : stage.label,
      })),
    })),
  });
  beforeEach(() => {
    showPage(typed.html, typed.url);
  });

  it('are known by the labels that the API gave in this window, in the deal’s own pipeline', async () => {
    await learn(both('Decision maker bought in'));
    expect(stageFor('Sales')).toMatchObject({ value: { id: 's1', order: 0 }, source: 'typed' });
    expect(stageFor('Renewals')).toMatchObject({ value: { id: 'r1' } });
    expect(stageFor('Another')).toMatchObject({ reason: 'not-readable' });
  });

  it('are told of a row, unless two pipelines share the label', async () => {
    showPage(list.html, list.url);
    const stageOfRow = () => adapter.rows!(document, ref)[0]?.fields.stage;
    await learn(both('Contract sent'));
    expect(stageOfRow()).toBeUndefined();
    await learn({ results: both('Contract sent').results.slice(0, 1) });
    expect(stageOfRow()).toMatchObject({ value: { id: 's1', label: 'Contract sent' } });
  });
});

it('reads nothing for another portal’s deal of the same number', () => {
  const fixture = fixturesOf('hubspot').find(({ name }) => name === '2026/record')!;
  showPage(fixture.html, fixture.url);
  const saved = { ...savedOf(fixture, ref)!, ref: { ...ref, org: '1' } };
  expect(adapter.read(document, { ...ref, org: '1' }, { saved })).toBeUndefined();
  expect(adapter.read(document, ref, { saved })).toBeUndefined();
  const nameless = { ...saved, ref, fields: unknownFields('no-access') };
  expect(adapter.read(document, ref, { saved: nameless })).toBeUndefined();
});

it('says that a save may have happened after a request that may write a record', () => {
  vi.useFakeTimers();
  const heard: ((list: unknown) => void)[] = [];
  class Observer {
    static readonly supportedEntryTypes = ['resource'];
    readonly #run: (list: unknown) => void;
    constructor(run: (list: unknown) => void) {
      this.#run = run;
    }
    observe(): void {
      heard.push(this.#run);
    }
    disconnect(): void {
      heard.length = 0;
    }
  }
  vi.stubGlobal('PerformanceObserver', Observer);
  showPage('<body></body>', 'https://app.hubspot.com/contacts/4200/record/0-3/7');
  const stop = new AbortController();
  const saves: boolean[] = [];
  adapter.watch(window, stop.signal, ({ saved }) => saves.push(saved));
  const request = (name: string): void => {
    heard.forEach((run) => {
      run({ getEntries: () => [{ name }] });
    });
    vi.advanceTimersByTime(2_000);
  };
  request('https://app.hubspot.com/api/usage-logging/v1/log');
  request('https://elsewhere.example.com/api/crm/v3/objects/deals/7');
  expect(saves).not.toContain(true);
  request('https://app.hubspot.com/api/inbounddb-objects/v1/crm-objects/0-3/7');
  expect(saves).toContain(true);
  stop.abort();
  vi.useRealTimers();
});
