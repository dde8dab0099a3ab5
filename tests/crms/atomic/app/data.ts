import generate from 'atomic-crm/src/providers/fakerest/dataGenerator';

const seeded = await (await fetch('./seed.json')).json();

/**
 * Stands in for Atomic's data generator: its made-up people and companies, but our deals. Pictures
 * are left out, because they would be fetched from elsewhere.
 */
export default () => {
  const db = generate();
  return {
    ...db,
    companies: [
      ...db.companies.map((company) => ({ ...company, logo: {}, nb_deals: 0 })),
      ...seeded.companies,
    ],
    contacts: [...db.contacts.map((contact) => ({ ...contact, avatar: {} })), ...seeded.contacts],
    deals: seeded.deals,
    dealNotes: seeded.dealNotes,
  };
};
