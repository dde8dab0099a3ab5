import { notOffered } from '../offered.ts';

/** Odoo has no field for these: its one customer is no count of people, and it counts no moves of the closing date. */
export const NOT_OFFERED = notOffered('forecastCategory', 'pushes', 'contacts');
