import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/Options.tsx';
import { drawPage } from '../../lib/app/language.ts';
import { createOptions } from '../../lib/app/options.ts';

/** Draws the options page into `root`. */
export async function main(root: HTMLElement): Promise<void> {
  const actions = createOptions();
  const drawn = createRoot(root);
  await drawPage(root.ownerDocument, 'options_title', (t, locale) => {
    drawn.render(<Options actions={actions} t={t} locale={locale} />);
  });
}

const root = document.getElementById('root');
if (root) void main(root);
