import type { FieldSelectors } from '../adapter.ts';
import { AROUND_OUTPUTS, fieldOf, INPUTS, OUTPUTS } from './selectors.ts';

const shown = (api: string): string[] =>
  [...OUTPUTS, ...AROUND_OUTPUTS].map((part) => `${fieldOf(api)} ${part}`);
const form = (api: string): string[] => INPUTS.map((part) => `${fieldOf(api)} ${part}`);

/** Those that a layout has as a rule; the others are read where they stand, and not missed. */
export const FIELD_SELECTORS: FieldSelectors = {
  name: { shown: shown('Name'), form: form('Name') },
  account: { shown: shown('AccountId'), form: form('AccountId') },
  owner: { shown: shown('OwnerId') },
  amount: { shown: shown('Amount'), form: form('Amount') },
  stage: { shown: shown('StageName'), form: form('StageName') },
  probability: { shown: shown('Probability'), form: form('Probability') },
  forecastCategory: { shown: shown('ForecastCategoryName'), form: form('ForecastCategoryName') },
  closeDate: { shown: shown('CloseDate'), form: form('CloseDate') },
  nextStep: { shown: shown('NextStep'), form: form('NextStep') },
};
