import { createRoot } from 'react-dom/client';
import { defineContentScript } from 'wxt/utils/define-content-script';
import card from '../../components/card/card.css?inline';
import { PickerPanel } from '../../components/picker/PickerPanel.tsx';
import css from '../../components/picker/picker.css?inline';
import { runPicker } from '../../lib/app/picker-controller.ts';
import type { PickerScreen } from '../../lib/app/picker-state.ts';
import { createWords } from '../../lib/app/words.ts';
import { client } from '../../lib/messaging/client.ts';

/** Put on the pages of a site while somebody points at the fields of an admin's own CRM. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main: (ctx) => {
    const t = createWords();
    const screen = (container: HTMLElement): PickerScreen => {
      const root = createRoot(container);
      return {
        render: (view, actions) => {
          root.render(<PickerPanel {...{ view, actions, t }} locale={t('locale')} />);
        },
        end: () => {
          root.unmount();
        },
      };
    };
    const mode = import.meta.env.MODE === 'demo' ? 'open' : 'closed';
    return runPicker({ view: window, client, css: card + css, mode, screen }, ctx.signal);
  },
});
