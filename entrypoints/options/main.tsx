import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/Options.tsx';
import { createOptions } from '../../lib/app/options.ts';
import { createWords } from '../../lib/app/words.ts';

/** Draws the options page into `root`. */
export function main(root: HTMLElement): void {
  const t = createWords();
  const locale = t('locale');
  const { ownerDocument: page } = root;
  page.documentElement.lang = locale;
  page.title = t('options_title');
  createRoot(root).render(<Options actions={createOptions()} t={t} locale={locale} />);
}

const root = document.getElementById('root');
if (root) main(root);
