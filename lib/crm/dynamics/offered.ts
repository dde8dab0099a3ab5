import { notOffered } from '../offered.ts';

/** The sales app has no columns for these. Its stakeholders are links to other records, which are not counted here. */
export const NOT_OFFERED = notOffered('nextStep', 'nextStepDate', 'pushes');
