import type { ListRow } from '../crm/adapter.ts';
import type { Badge, SeenRow } from '../messaging/protocol.ts';

/** A row longer than this is no name: nothing is asked about it. */
const NAME_LIMIT = 500;

/** One row or card of the page, while it stands there. */
export interface TrackedRow {
  readonly element: HTMLElement;
  /** As it was read last. */
  row: ListRow;
  inSight: boolean;
  /** Something in it changed since it was read. */
  changed: boolean;
  /** Which deal the row shows. */
  deal: string;
  /** What the background is asked about it; undefined for a row that says too little. */
  seen: SeenRow | undefined;
  /** The same as text; empty when it is to be asked about. */
  said: string;
  /** The answer to that; null where there is none to give, undefined while it is awaited. */
  badge: Badge | null | undefined;
  host: HTMLElement | undefined;
  /** What the host says. */
  shown: string;
}

export const track = (row: ListRow): TrackedRow => ({
  element: row.element,
  row,
  inSight: false,
  changed: true,
  deal: '',
  seen: undefined,
  said: '',
  badge: undefined,
  host: undefined,
  shown: '',
});

/** What the background is asked; undefined for a row that says too little. */
export function seenRow({ id, name, fields }: ListRow): SeenRow | undefined {
  const named = name !== undefined && name !== '' && name.length <= NAME_LIMIT;
  if ((id === undefined || id === '') && !named) return undefined;
  return {
    ...(id === undefined || id === '' ? {} : { id }),
    ...(named ? { name } : {}),
    fields: { ...fields },
  };
}

/** A row is one deal's as long as its id, or else its name, stays. */
export const dealOn = ({ id, name }: ListRow): string =>
  id === undefined ? `name ${name ?? ''}` : `id ${id}`;
