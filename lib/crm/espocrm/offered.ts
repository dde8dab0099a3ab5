import { notOffered } from '../offered.ts';

/** EspoCRM has no field for these, and one pipeline alone. */
export const NOT_OFFERED = notOffered('forecastCategory', 'nextStep', 'nextStepDate', 'pipeline');
