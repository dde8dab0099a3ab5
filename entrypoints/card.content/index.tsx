import { createRoot } from 'react-dom/client';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Card } from '../../components/card/Card.tsx';
import css from '../../components/card/card.css?inline';
import { runCard, type CardScreen } from '../../lib/app/card-controller.ts';
import { createWords } from '../../lib/app/words.ts';
import { recogniseCrm } from '../../lib/crm/pages.ts';
import { client } from '../../lib/messaging/client.ts';

/** Put on the page by the background when a deal is open, once for each page. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main(ctx) {
    const crm = recogniseCrm(document)?.meta.id;
    if (crm === undefined) return;
    const { t, locale } = createWords();
    const screen = (container: HTMLElement): CardScreen => {
      const root = createRoot(container);
      return {
        render: (view, actions) => {
          root.render(<Card view={view} actions={actions} t={t} locale={locale} />);
        },
        end: () => {
          root.unmount();
        },
      };
    };
    const mode = import.meta.env.MODE === 'demo' ? 'open' : 'closed';
    runCard(crm, { view: window, client, css, mode, screen }, ctx.signal);
  },
});
