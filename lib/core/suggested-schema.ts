import { z } from 'zod';
import { FIELD_NAMES, type FieldName } from './fields.ts';
import { crmId } from './reading-schema.ts';
import type { Same } from './same.ts';
import type { Suggestion } from './suggested.ts';

/** What a page may answer when it is asked for the gates that its CRM already has. Nothing of it is trusted. */

const text = z.string().trim().min(1).max(2000);
const name = z.string().trim().min(1).max(200);

const suggestionSchema = z.object({
  id: z.string().min(1).max(300),
  stage: z.object({ id: z.string().max(200), label: name }).exactOptional(),
  pipeline: name.exactOptional(),
  field: z
    .object({
      name,
      label: name,
      ours: z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]).exactOptional(),
    })
    .exactOptional(),
  kind: z.enum(['required', 'advised', 'text']),
  text: text.exactOptional(),
});

true satisfies Same<z.output<typeof suggestionSchema>, Suggestion>;

/**
 * `gates`: what the CRM asks for. `none`: it has no way to say. `elsewhere`: the page shows no deal and no list. The others say
 * why there was no answer.
 */
export const suggestedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gates'), crm: crmId, gates: z.array(suggestionSchema).max(500) }),
  z.object({ kind: z.literal('none'), crm: crmId }),
  z.object({ kind: z.literal('elsewhere') }),
  z.object({ kind: z.literal('expired'), crm: crmId }),
  z.object({
    kind: z.literal('trouble'),
    crm: crmId,
    trouble: z.enum([
      'no-access',
      'not-found',
      'busy',
      'down',
      'not-json',
      'refused',
      'timeout',
      'offline',
    ]),
  }),
]);
export type SuggestedAnswer = z.output<typeof suggestedSchema>;
