import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { askHubSpot } from './request.ts';

/** HubSpot's own type of an association from a note to a deal. */
const NOTE_TO_DEAL = 214;

/** Writes one note on the deal. */
export async function note(access: Access, { org, id }: DealRef, text: string): Promise<void> {
  await askHubSpot(access, org, {
    path: '/crm/v3/objects/notes',
    writes: true,
    body: {
      properties: { hs_timestamp: new Date().toISOString(), hs_note_body: asHtml(text) },
      associations: [
        {
          to: { id },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: NOTE_TO_DEAL }],
        },
      ],
    },
  });
}

/** A note's body is HTML: what people write must stay text. */
const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r?\n/g, '<br>');
