import { createRoot } from 'react-dom/client';
import { Welcome } from '../../components/admin/welcome/Welcome.tsx';
import { createWelcome } from '../../lib/app/admin/welcome.ts';
import { onLanguage, pageWords } from '../../lib/app/language.ts';

/** Draws the welcome page into `root`, and again when another language is chosen. */
export async function main(root: HTMLElement): Promise<void> {
  const actions = createWelcome();
  const drawn = createRoot(root);
  const draw = async (): Promise<void> => {
    const t = await pageWords();
    const locale = t('locale');
    const { ownerDocument: page } = root;
    page.documentElement.lang = locale;
    page.title = t('welcome_title');
    drawn.render(<Welcome actions={actions} t={t} locale={locale} />);
  };
  onLanguage(() => void draw(), new AbortController().signal);
  await draw();
}

const root = document.getElementById('root');
if (root) void main(root);
