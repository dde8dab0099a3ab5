/** The languages whose wording is looked at. Texts of a playbook are in English and Dutch; a team may write German in either place. */
export type Language = 'en' | 'nl' | 'de';
