import { createRoot } from 'react-dom/client';
import { Welcome } from '../../components/admin/welcome/Welcome.tsx';
import { createWelcome } from '../../lib/app/admin/welcome.ts';
import { drawPage } from '../../lib/app/language.ts';

/** Draws the welcome page into `root`. */
export async function main(root: HTMLElement): Promise<void> {
  const actions = createWelcome();
  const drawn = createRoot(root);
  await drawPage(root.ownerDocument, 'welcome_title', (t, locale) => {
    drawn.render(<Welcome actions={actions} t={t} locale={locale} />);
  });
}

const root = document.getElementById('root');
if (root) void main(root);
