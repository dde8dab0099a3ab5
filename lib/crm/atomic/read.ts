import { unknownFields, type DealRef, type Fields } from '../../core/deal.ts';
import { unknown } from '../../core/fact.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { tellTyped, type SomeFields } from '../form-facts.ts';
import { findDealDialog } from './deal-dialog.ts';
import { readEdit } from './edit.ts';
import { readShow } from './show.ts';
import { urlOf } from './url.ts';

/** What Atomic shows in one of its views; it has no field for the others. */
const OFFERED = ['name', 'account', 'amount', 'stage', 'closeDate', 'contacts'] as const;

/** Reads the deal from the dialog that it is open in. Notes are ours, not the buyer's: they are no contact. */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  const found = findDealDialog(root, ref.id);
  if (!found) return undefined;
  const known = found.form
    ? tellTyped(readEdit(root, found.form), saved?.ref.id === ref.id ? saved : undefined)
    : readShow(root, found, ref.id);
  return {
    ref,
    url: urlOf(root.URL, ref.id),
    fields: complete(known),
    custom: {},
    state: found.form ? 'form' : 'shown',
  };
}

function complete(known: SomeFields): Fields {
  const fields: Fields = { ...unknownFields('not-offered') };
  const absent = Object.fromEntries(OFFERED.map((name) => [name, unknown('not-on-page')]));
  return { ...fields, ...absent, ...known };
}
