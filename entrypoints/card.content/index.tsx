import { createRoot } from 'react-dom/client';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Card } from '../../components/card/Card.tsx';
import css from '../../components/card/card.css?inline';
import { runCard, type CardScreen } from '../../lib/app/card-controller.ts';
import { createWords } from '../../lib/app/words.ts';
import { dealAt, recogniseCrm, recognisePage } from '../../lib/crm/pages.ts';
import { adapterOf } from '../../lib/crm/registry.ts';
import { client, onAnnouncement as listen } from '../../lib/messaging/client.ts';

/** Put on the page by the background when a deal is open, once for each page. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main(ctx) {
    const adapter = adapterOf(recogniseCrm(document)?.meta.id ?? '');
    if (!adapter) return;
    const t = createWords();
    const locale = t('locale');
    const screen = (container: HTMLElement): CardScreen => {
      const root = createRoot(container);
      return {
        render: (view, actions) => {
          root.render(<Card {...{ view, actions, t, locale }} />);
        },
        end: () => {
          root.unmount();
        },
      };
    };
    const locate = () => dealAt(recognisePage(document, new URL(location.href)));
    const mode = import.meta.env.MODE === 'demo' ? 'open' : 'closed';
    runCard({ view: window, adapter, locate, listen, client, css, mode, screen }, ctx.signal);
  },
});
