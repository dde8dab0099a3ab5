import { empty, known, unknown, type UnknownReason } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import { dateOf, lineOf, type Row } from '../answer-values.ts';
import type { SomeFields } from '../form-facts.ts';
import { callKw } from './rpc.ts';
import { MODEL } from './url.ts';
import { relatedOf, rowsOf } from './values.ts';

/** What came of a call of which a failure costs its own fields alone. */
export type Tried<T> = { readonly got: T } | { readonly reason: UnknownReason };

/** The planned activities, the next one first. */
export const activitiesOf = async (access: Access, id: number): Promise<readonly Row[]> =>
  rowsOf(
    await callKw(access, 'mail.activity', 'search_read', [], {
      domain: [
        ['res_model', '=', MODEL],
        ['res_id', '=', id],
      ],
      fields: ['summary', 'date_deadline', 'activity_type_id', 'activity_category'],
      order: 'date_deadline, id',
    }),
  );

/** Odoo has no field for it: the next planned activity says what comes, and when. One without words goes by its kind. */
export function nextStep(
  activities: Tried<readonly Row[]>,
): Pick<SomeFields, 'nextStep' | 'nextStepDate'> {
  if ('reason' in activities) {
    const fact = unknown(activities.reason);
    return { nextStep: fact, nextStepDate: fact };
  }
  const [next] = activities.got;
  if (!next) return { nextStep: empty('api'), nextStepDate: empty('api') };
  const text = lineOf(next.summary);
  const step = text === undefined || text === '' ? relatedOf(next.activity_type_id)?.label : text;
  const date = dateOf(next.date_deadline);
  return {
    nextStep: step === undefined ? unknown('not-readable') : known(step, 'api'),
    nextStepDate: date === undefined ? unknown('not-readable') : known(date, 'api'),
  };
}
