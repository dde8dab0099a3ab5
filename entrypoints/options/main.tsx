import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/Options.tsx';
import { onLanguage, pageWords } from '../../lib/app/language.ts';
import { createOptions } from '../../lib/app/options.ts';

/** Draws the options page into `root`, and again when another language is chosen. */
export async function main(root: HTMLElement): Promise<void> {
  const actions = createOptions();
  const drawn = createRoot(root);
  const draw = async (): Promise<void> => {
    const t = await pageWords();
    const locale = t('locale');
    const { ownerDocument: page } = root;
    page.documentElement.lang = locale;
    page.title = t('options_title');
    drawn.render(<Options actions={actions} t={t} locale={locale} />);
  };
  onLanguage(() => void draw(), new AbortController().signal);
  await draw();
}

const root = document.getElementById('root');
if (root) void main(root);
