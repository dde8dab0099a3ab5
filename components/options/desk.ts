import type { OptionsActions, OptionsView } from '../../lib/app/options-model.ts';
import type { Say } from './say.ts';
import type { Publishing } from './use-publishing.ts';

/** What every section of the page works with. */
export interface Desk {
  readonly view: OptionsView;
  readonly actions: OptionsActions;
  readonly say: Say;
  readonly publishing: Publishing;
  /** Reads everything again. */
  readonly refresh: () => Promise<void>;
}
