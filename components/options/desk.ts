import type { OptionsActions, OptionsView } from '../../lib/app/options-model.ts';
import type { Say, Says } from './say.ts';
import type { Publishing } from './use-publishing.ts';

/** What every section of the page works with. */
export interface Desk {
  readonly view: OptionsView;
  readonly actions: OptionsActions;
  readonly say: Say;
  /** The same in each language that a playbook is written in, whatever the screen's own is. */
  readonly says: Says;
  readonly publishing: Publishing;
  /** Reads everything again. */
  readonly refresh: () => Promise<void>;
}
