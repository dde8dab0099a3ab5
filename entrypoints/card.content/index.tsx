import { createRoot } from 'react-dom/client';
import cardWords from 'virtual:card-words';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Card } from '../../components/card/Card.tsx';
import { CUT_OFF } from '../../components/card/fault-words.ts';
import css from '../../components/card/card.css?inline';
import { adapterFor } from '../../lib/app/card-adapter.ts';
import { runCard, type CardScreen } from '../../lib/app/card-controller.ts';
import { knownCrms } from '../../lib/app/custom-known.ts';
import { createWords, readAhead, readWhenIdle } from '../../lib/app/words.ts';
import { onAnnouncement as listen } from '../../lib/messaging/asking.ts';
import { client } from '../../lib/messaging/client.ts';

/** Put on the page by the background when a deal is open, once for each page. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  async main(ctx) {
    const found = await adapterFor(window, await knownCrms(), client);
    if (!found) return;
    const t = createWords();
    readAhead(t, CUT_OFF);
    readWhenIdle(window, t, cardWords, ctx.signal);
    const screen = (container: HTMLElement): CardScreen => {
      const root = createRoot(container);
      return {
        render: (view, actions, onDrawn) => {
          root.render(<Card {...{ view, actions, t, onDrawn }} locale={t('locale')} />);
        },
        end: () => {
          root.unmount();
        },
      };
    };
    const mode = import.meta.env.MODE === 'demo' ? 'open' : 'closed';
    runCard({ view: window, ...found, listen, client, css, mode, screen }, ctx.signal);
  },
});
