import { createRoot } from 'react-dom/client';
import type { CardView } from '../../../lib/app/card-model.ts';
import { wordsOf } from '../../../lib/app/words.ts';
import en from '../../../public/_locales/en/messages.json';
import nl from '../../../public/_locales/nl/messages.json';
import { Card } from '../../../components/card/Card.tsx';
import css from '../../../components/card/card.css?inline';
import { actions } from './deals.ts';
import { views } from './views.ts';

/** Puts one state of the card on the page, in an open shadow root: `#edge`, `#out,nl`. */
const [state = 'edge', locale = 'en'] = location.hash.slice(1).split(',');
const view = (views as Readonly<Record<string, CardView>>)[state];
if (!view)
  throw new Error(`There is no state "${state}". There are: ${Object.keys(views).join(', ')}.`);
const host = document.createElement('dealside-card');
const shadow = host.attachShadow({ mode: 'open' });
const style = document.createElement('style');
style.textContent = css;
const root = document.createElement('div');
shadow.append(style, root);
document.body.append(host);
const fail = new URLSearchParams(location.search).has('fail');
createRoot(root).render(
  <Card
    view={view}
    actions={actions(
      fail ? { answerPrompt: () => Promise.resolve({ ok: false, fault: 'full' }) } : {},
    )}
    t={wordsOf(locale === 'nl' ? nl : en)}
    locale={locale}
  />,
);
