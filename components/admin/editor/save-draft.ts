import { asText } from '../../../lib/app/options-draft.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { download } from '../../options/download.ts';

/** Hands a draft to the browser as a file. */
export const saveDraft = (playbook: Playbook): void => {
  download(`dealside-${playbook.id}-draft.json`, asText(playbook));
};
