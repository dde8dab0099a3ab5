import { unknownFields, type Reading } from '../../core/deal.ts';
import { known, unknown } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import type { DealPage, ListRef } from '../adapter.ts';
import { localDayOf, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { clientOf, nextOf } from './client.ts';
import { COLUMNS, factsOf } from './facts.ts';
import { NOT_OFFERED } from './offered.ts';
import { allStages } from './stages.ts';
import { urlOf } from './url.ts';
import { idOf, rowsIn } from './values.ts';

/**
 * The open deals, page by page. The list has no filter for them, so that closed ones are left out here; one whose stage
 * is in no layout stays, with its stage not known.
 */
export async function* deals(access: Access, list: ListRef): AsyncGenerator<DealPage> {
  const client = clientOf(access, list.org ?? '');
  const stages = { got: await allStages(client) };
  const fields = COLUMNS.join(',');
  let query: ReturnType<typeof nextOf> = { page: 1 };
  for (let page = 1; query; page += 1) {
    const answer = await client.get('Deals', { fields, per_page: 200, ...query });
    const rows = rowsIn(answer, 'data');
    if (!rows) throw new CrmTrouble('not-json');
    const readings = rows
      .flatMap((row) => readingOf(access, list, row, factsOf(row, stages)))
      .filter(isOpen);
    yield { readings };
    query = nextOf(answer, page);
  }
}

const isOpen = ({ fields: { stage } }: Reading): boolean =>
  stage.is !== 'value' || stage.value.state === 'open';

function readingOf(
  { view }: Access,
  { crm, org }: ListRef,
  row: Row,
  facts: ReturnType<typeof factsOf>,
): Reading[] {
  const id = idOf(row.id);
  if (id === undefined) return [];
  const ref = { crm, id, ...(org === undefined ? {} : { org }) };
  const entered = localDayOf(row.Stage_Modified_Time);
  return [
    {
      ref,
      url: urlOf(view.location.href, ref),
      fields: {
        ...unknownFields('not-on-page'),
        ...NOT_OFFERED,
        ...facts,
        stageEntered: entered === undefined ? unknown('not-on-page') : known(entered, 'api'),
      },
      custom: {},
    },
  ];
}
