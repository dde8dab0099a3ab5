/** What an admin's own CRM is, as data. Its schema stands in core, which the page never loads. */
export type { Definition, Locator } from '../../core/custom-schema.ts';
