// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showPage } from '../../../tests/crm-fixtures.ts';
import { empty, known, unknown } from '../../core/fact.ts';
import {
  column,
  HTML,
  install,
  lookup,
  read,
  REF,
  SAVED,
  URL_,
  xrm,
} from './fixtures/form-world.ts';
import { adapter } from './index.ts';
import { END } from './page-script.ts';

beforeEach(() => {
  showPage(HTML, URL_);
});
afterEach(() => {
  document.dispatchEvent(new CustomEvent(END));
});

describe('a form that the page’s script answers for', () => {
  it('reads as saved where nothing was typed, by types and not by texts', () => {
    install(xrm());
    const fields = read()?.fields;
    expect(fields).toMatchObject(SAVED);
    expect(fields?.pipeline).toEqual(known('Opportunity Sales Process', 'page'));
    expect(fields?.owner).toEqual(unknown('not-on-page'));
    expect(fields?.nextStep).toEqual(unknown('not-offered'));
  });

  it('reads what is typed: an exact amount, a date, an emptied column', () => {
    install(
      xrm({
        columns: {
          estimatedvalue: column(52500.25, true),
          estimatedclosedate: column(new Date(2027, 0, 31), true),
          name: column(null, true),
          closeprobability: column(0, true),
          msdyn_forecastcategory: column(100000002, true),
        },
      }),
    );
    expect(read()?.fields).toMatchObject({
      amount: known({ amount: '52500.25', currency: 'EUR' }, 'typed'),
      closeDate: known('2027-01-31', 'typed'),
      name: empty('typed'),
      probability: known(0, 'typed'),
      forecastCategory: known('best-case', 'typed'),
    });
  });

  it('drops the saved currency when another one is chosen', () => {
    install(
      xrm({
        columns: {
          estimatedvalue: column(52500.25, true),
          transactioncurrencyid: column(lookup('Krona'), true),
        },
      }),
    );
    expect(read()?.fields.amount).toEqual(known({ amount: '52500.25' }, 'typed'));
  });

  it('takes the customer where there is no company above it', () => {
    install(xrm({ columns: { parentaccountid: column(null) } }));
    expect(read()?.fields.account).toEqual(known('Petra Port', 'page'));
  });

  it('tells a column that the user may not read from an empty one', () => {
    install(xrm({ columns: { estimatedvalue: column(null, false, false) } }));
    expect(read()?.fields.amount).toEqual(unknown('no-access'));
  });

  it('reads a stage that was entered just now, with the state of the deal', () => {
    install(xrm({ stage: ['aaaaaaaa-0000-4000-8000-000000000003', 'Close'] }));
    expect(read()?.fields.stage).toEqual(
      known({ id: 'aaaaaaaa-0000-4000-8000-000000000003', label: 'Close', state: 'open' }, 'page'),
    );
  });

  it('knows no stage while it cannot tell whether the deal is open', () => {
    install(xrm({ columns: { statecode: undefined } }));
    const reading = adapter.read(document, REF);
    expect(reading?.fields.stage).toEqual(unknown('not-readable', 'Propose'));
  });

  it('is known by its id: nothing saved and no title is needed', () => {
    document.querySelector('[data-id="header_title"]')?.remove();
    install(xrm());
    expect(adapter.read(document, REF)?.fields.name).toEqual(known('Harbour sensors', 'page'));
  });
});

describe('a form of another record', () => {
  it.each([
    ['another deal', { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3302' }],
    ['another kind of record', { entity: 'account' }],
  ])('%s is not read, not even by its elements', (_, shown) => {
    install(xrm(shown));
    expect(read()).toBeUndefined();
  });

  it('no id at all leaves it to the elements', () => {
    install(xrm({ id: undefined }));
    vi.stubGlobal('Xrm', { Page: { data: { entity: { getEntityName: () => 'opportunity' } } } });
    expect(read()?.fields.name).toEqual(SAVED.name);
  });
});
