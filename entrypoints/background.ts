import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../lib/app/background.ts';

/** The background lives as long as the browser lets it: nothing ever aborts it. */
export const main = (): void => {
  startBackground(new AbortController().signal);
};

export default defineBackground({ type: 'module', main });
