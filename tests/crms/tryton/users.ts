import type { Login } from '../crm.ts';

// Tryton refuses passwords in which characters are repeated much.
const PASSWORD = 'quiet-Lamp26';

/** Who can log in to the seeded Tryton. The first one owns the deals. */
export const USERS: readonly (Login & { readonly name: string })[] = [
  { name: 'Mia Jansen', login: 'mia', password: PASSWORD, language: 'en' },
  { name: 'Noor de Wit', login: 'noor', password: PASSWORD, language: 'nl' },
  { name: 'Lena Vogt', login: 'lena', password: PASSWORD, language: 'de' },
];

/** Tryton's own administrator, only used to fill the database. */
export const ADMIN_PASSWORD = 'fill-Only26x';

export const DATABASE = 'crm';
