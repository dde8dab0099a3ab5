// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { captureOf, hasCaptures, showPage } from '../../../tests/crm-fixtures.ts';
import { unknownFields, type Fields } from '../../core/deal.ts';
import { known, unknown } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import { recogniseCrm, recognisePage } from '../pages.ts';
import { adapter } from './index.ts';

/** Pages of a real EspoCRM 9.1, as they were stored: what was typed stands in attributes. */

const STAGE: Stage = { id: 'Negotiation', label: 'Negotiation', order: 3, state: 'open' };
const ref = { crm: 'espocrm', id: '64f' };
const url = 'http://127.0.0.1/#Opportunity';

/** Reads a capture under the deal's address, beside these saved fields; `{}` where it is not read. */
function espo(file: string, saved: Partial<Fields>): Partial<Fields> {
  showPage(captureOf(`espocrm-9.1/${file}.html`), `${url}/view/64f`);
  expect(recogniseCrm(document)?.id).toBe('espocrm');
  const fields = { ...unknownFields('not-on-page'), ...saved };
  const reading = { ref, url, fields, custom: {} };
  expect(
    adapter.read(document, { ...ref, id: '4711' }, { saved: { ...reading, ref } }),
  ).toBeUndefined();
  return adapter.read(document, ref, { saved: reading })?.fields ?? {};
}

const line4: Partial<Fields> = {
  name: known('Line 4 retrofit', 'api'),
  account: known('Acme Robotics', 'api'),
  owner: known('Rita Rep', 'api'),
  amount: known({ amount: '48000', currency: 'USD' }, 'api'),
  stage: known(STAGE, 'api'),
  closeDate: known('2026-12-21', 'api'),
  probability: known(80, 'api'),
};

describe.skipIf(!hasCaptures)('captures of real pages', () => {
  it('the read view', () => {
    const name = known('Pilot', 'api');
    expect(espo('a-detail', { name, closeDate: known('2027-05-05', 'api') })).toMatchObject({
      name: known('Pilot', 'page'),
      account: known('Evergreen Labs', 'page'),
      owner: known('Rita Rep', 'page'),
      amount: known({ amount: '0' }, 'page'),
      stage: known({ id: 'Prospecting', label: 'Prospecting', order: 0, state: 'open' }, 'page'),
      probability: known(10, 'page'),
      closeDate: known('2027-05-05', 'page'),
      contacts: known(0, 'page'),
    });
    expect(espo('a-detail', { name }).closeDate).toEqual(unknown('ambiguous', 'May 05'));
  });

  it('another deal’s page, under this deal’s address', () => {
    expect(espo('a-detail', line4)).toEqual({});
  });

  it('the form, as it was opened and with another stage chosen', () => {
    expect(espo('b-edit', line4)).toMatchObject({ ...line4, contacts: known(0, 'typed') });
    // Choosing a stage has set the probability.
    expect(espo('b-edit-dirty', line4)).toMatchObject({
      ...line4,
      stage: known({ id: 'Closed Won', label: 'Closed Won', order: 4, state: 'won' }, 'typed'),
      probability: known(100, 'typed'),
    });
  });

  it('one field in edit among others that are shown', () => {
    expect(espo('b-inline-edit-stage', line4)).toMatchObject({
      stage: known(STAGE, 'api'),
      amount: known({ amount: '48000', currency: 'USD' }, 'page'),
      closeDate: known('2026-12-21', 'page'),
    });
  });

  it.each([
    ['c-list', '', 'list'],
    ['d-kanban', '/list/viewMode=kanban', 'board'],
  ])('%s', (file, path, kind) => {
    showPage(captureOf(`espocrm-9.1/${file}.html`), `${url}${path}`);
    const page = recognisePage(document, new URL(location.href));
    expect(page).toEqual({ kind, ref: { crm: 'espocrm' } });
    const found = adapter.rows!(document, { crm: 'espocrm' });
    expect(found.map(({ id }) => id?.length)).toEqual([17, 17, 17, 17, 17]);
    expect(found.find(({ name }) => name === 'Line 4 retrofit')?.fields).toMatchObject({
      account: known('Acme Robotics', 'page'),
      amount: known({ amount: '48000' }, 'page'),
      stage: known(STAGE, 'page'),
    });
  });
});
