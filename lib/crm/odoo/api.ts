import type { DealRef, Reading } from '../../core/deal.ts';
import { unknown } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import type { DealPage } from '../adapter.ts';
import { attempt } from '../ask.ts';
import { savedReading } from '../saved-reading.ts';
import { CrmTrouble } from '../trouble.ts';
import { contactFacts } from './contact.ts';
import { meta } from './meta.ts';
import { NOT_OFFERED } from './offered.ts';
import {
  BEYOND_A_LIST,
  carriedOf,
  factsOf,
  missingOf,
  namesOf,
  readRecord,
  type Stages,
} from './record.ts';
import { callKw } from './rpc.ts';
import { formatOf } from './session.ts';
import { stageList } from './stages.ts';
import { MODEL, urlOf } from './url.ts';
import { idOf, rowsOf } from './values.ts';

/** Reads what is saved. Throws SessionExpired and CrmTrouble. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const id = Number(ref.id);
  const [found, stages, format, contacts] = await Promise.all([
    readRecord(access, id),
    attempt(access, () => stageList(access)),
    attempt(access, () => formatOf(access)),
    contactFacts(access, id, Date.now()),
  ]);
  return savedReading(
    ref,
    urlOf(access.view.location.href, ref),
    {
      ...NOT_OFFERED,
      ...factsOf(found, stages),
      ...contacts,
    },
    { ...carriedOf(found.row, stages), ...('got' in format ? format.got : {}) },
  );
}

/** How many deals are asked for at a time. */
const PAGE = 80;
/** Opportunities that are neither won nor archived. */
const OPEN = [
  ['type', '=', 'opportunity'],
  ['active', '=', true],
  '|',
  ['stage_id', '=', false],
  ['stage_id.is_won', '=', false],
];

/** The open deals, page by page, oldest first. */
export async function* deals(access: Access): AsyncGenerator<DealPage> {
  const names = await namesOf(access);
  const missing = missingOf(names);
  const stages: Stages = await attempt(access, () => stageList(access));
  const count = await callKw(access, MODEL, 'search_count', [OPEN]);
  if (typeof count !== 'number') throw new CrmTrouble('refused');
  const later = Object.fromEntries(BEYOND_A_LIST.map((name) => [name, unknown('not-on-page')]));
  for (let offset = 0; offset < count;) {
    const rows = rowsOf(
      await callKw(access, MODEL, 'search_read', [], {
        domain: OPEN,
        fields: names,
        offset,
        limit: PAGE,
        order: 'id',
      }),
    );
    if (rows.length === 0) return;
    offset += rows.length;
    const readings = rows.flatMap((row): Reading[] => {
      const id = idOf(row.id);
      if (id === undefined) return [];
      const ref: DealRef = { crm: meta.id, id };
      const fields = { ...NOT_OFFERED, ...later, ...factsOf({ row, missing }, stages) };
      const url = urlOf(access.view.location.href, ref);
      return [savedReading(ref, url, fields, carriedOf(row, stages))];
    });
    yield { readings, total: count };
  }
}
