import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the card's words are asked for. */
const FOLDERS = ['components/card', 'components/ui'];

/** The keys of a catalogue that stand as texts of their own in the card's sources. */
export function cardWords(root: string): string[] {
  const catalogue = readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8');
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  const asked = new Set(texts.flatMap((text) => text.match(/'[a-zA-Z]\w*'/g) ?? []));
  return Object.keys(JSON.parse(catalogue) as object).filter((key) => asked.has(`'${key}'`));
}

/** For the build: `virtual:card-words` is the list of the card's words, so that its script need not carry the texts of every screen. */
export const cardWordsPlugin = (root: string): Plugin => ({
  name: 'dealside-card-words',
  resolveId: (id) => (id === 'virtual:card-words' ? `\0${id}` : undefined),
  load: (id) =>
    id === '\0virtual:card-words'
      ? `export default ${JSON.stringify(cardWords(root))};`
      : undefined,
});
