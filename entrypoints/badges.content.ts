import { defineContentScript } from 'wxt/utils/define-content-script';
import css from '../components/badge/badge.css?inline';
import { createPainter } from '../components/badge/paint.ts';
import { rowsAdapterFor } from '../lib/app/badge-adapter.ts';
import { runBadges } from '../lib/app/badge-controller.ts';
import { knownCrms } from '../lib/app/custom-known.ts';
import { sendOf } from '../lib/app/send-of.ts';
import { createWords } from '../lib/app/words.ts';
import { onAnnouncement as listen } from '../lib/messaging/asking.ts';
import { client } from '../lib/messaging/client.ts';

/** Put on the page by the background when a list or a board is open, once for each page. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  async main({ signal }) {
    const found = await rowsAdapterFor(window, await knownCrms(), client);
    if (!found || signal.aborted) return;
    const mode = import.meta.env.MODE === 'demo' ? 'open' : 'closed';
    const painter = createPainter({ view: window, css, mode, t: createWords() }, signal);
    const send = sendOf(found.adapter.meta, window, client);
    runBadges({ view: window, ...found, listen, client, send, painter }, signal);
  },
});
