import { z } from 'zod';
import { definitionSchema, type Readonlied } from './custom-schema.ts';
import { FIELD_NAMES, type FieldName } from './fields.ts';

/**
 * A definition while somebody points at the fields. It outlives the page loads of its tab, since trying it needs a
 * second deal; the background keeps it for the one tab that it is made in.
 */

const { sites, pane, locale, dateOrder, currency, stages, fields } = definitionSchema.shape;

const fieldName = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]);
/** All of an address behind its host. */
const path = z.string().startsWith('/').max(4000);
const shortText = z.string().max(400);

/** What was read on the first deal: its address, and its values in words. */
const firstSchema = z.strictObject({
  path,
  values: z.partialRecord(fieldName, shortText),
});

export const draftSchema = z.strictObject({
  site: sites.element,
  name: z.string().max(80),
  pane,
  locale,
  dateOrder,
  currency,
  stages,
  fields: z.partialRecord(fieldName, fields.valueType),
  /** Fields that this CRM's page does not have. */
  skipped: z.array(fieldName).max(FIELD_NAMES.length),
  first: firstSchema.exactOptional(),
  /** Other addresses of the first deal, such as its form's. */
  paths: z.array(path).max(8),
  /** The first deal is done: a second one is asked for. */
  trying: z.boolean(),
});

export type Draft = Readonlied<z.infer<typeof draftSchema>>;
