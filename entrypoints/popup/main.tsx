import { createRoot } from 'react-dom/client';
import { PopupPanel } from '../../components/popup/PopupPanel.tsx';
import { grantHost, pageInFront, readPopup, stopHost } from '../../lib/app/popup.ts';
import { pageWords } from '../../lib/app/language.ts';

/** Draws the popup into `root`. The page is looked up first: asking for its host must happen in the click itself. */
export async function main(root: HTMLElement): Promise<void> {
  const t = await pageWords();
  const locale = t('locale');
  root.ownerDocument.documentElement.lang = locale;
  const page = await pageInFront();
  createRoot(root).render(
    <PopupPanel
      look={() => readPopup(page)}
      use={async () => page !== undefined && (await grantHost(page))}
      stop={async () => page !== undefined && (await stopHost(page))}
      t={t}
      locale={locale}
    />,
  );
}

const root = document.getElementById('root');
if (root) void main(root);
