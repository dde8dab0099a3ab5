import { notOffered } from '../offered.ts';

/** Zoho has no columns for these. How often the close date moved is in its timeline. */
export const NOT_OFFERED = notOffered('nextStepDate', 'pushes');
