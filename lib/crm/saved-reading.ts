import { unknownFields, type DealRef, type Reading } from '../core/deal.ts';
import type { SomeFields } from './form-facts.ts';

/** A reading of what is saved: fields that no fact is given for are not on the page. */
export const savedReading = (
  ref: DealRef,
  url: string,
  facts: SomeFields,
  custom: Reading['custom'] = {},
): Reading => ({ ref, url, fields: { ...unknownFields('not-on-page'), ...facts }, custom });
