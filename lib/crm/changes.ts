import type { FieldName, IsoDate } from '../core/fields.ts';
import type { Change } from '../core/records.ts';
import type { CrmStage } from './adapter.ts';

/** Changes out of a CRM's own history. */

/** A value as a plain text; undefined for what cannot be read. */
export type Text = (value: unknown) => string | undefined;

/** The stages that a history names, for their places in the pipeline. */
export type Places = readonly Pick<CrmStage, 'id' | 'order'>[];

/** A value of a history as a text: null for empty, undefined for what cannot be read. */
export const plainText = (value: unknown, text: Text): string | null | undefined =>
  value === null || value === undefined || value === '' ? null : text(value);

/** A value before and after. */
export interface Step {
  readonly field: FieldName;
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
  readonly day: IsoDate;
}

/** The change from one value to another; none where they are the same, or where one of them could not be read. */
export function changeOf({ field, from, to, day }: Step, stages: Places = []): Change[] {
  if (from === undefined || to === undefined || from === to) return [];
  const orders = field === 'stage' ? ordersOf(from, to, stages) : {};
  return [{ field, from, to, ...orders, day, source: 'history' }];
}

/** Where a move between stages leads: each stage's place in its pipeline, where it has one. */
export function ordersOf(
  from: string | null,
  to: string | null,
  stages: Places,
): Pick<Change, 'fromOrder' | 'toOrder'> {
  const [fromOrder, toOrder] = [orderOf(from, stages), orderOf(to, stages)];
  return {
    ...(fromOrder === undefined ? {} : { fromOrder }),
    ...(toOrder === undefined ? {} : { toOrder }),
  };
}

/** A stage in two pipelines has a place in each: it counts where it is the same one. */
function orderOf(id: string | null, stages: Places): number | undefined {
  const orders = new Set(stages.filter((stage) => stage.id === id).map(({ order }) => order));
  return orders.size === 1 ? [...orders][0] : undefined;
}
