import { fileURLToPath } from 'node:url';

const file = (name) => fileURLToPath(new URL(`app/${name}`, import.meta.url));

/** Puts our deals into Atomic's data, and its in-memory back end in place of the hosted one. */
const ours = {
  name: 'dealside-seed',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (!importer.includes('/atomic-crm/src/')) return null;
    if (source === './dataGenerator') return file('data.ts');
    if (source === '../providers/supabase') {
      return this.resolve('atomic-crm/src/providers/fakerest', file('main.tsx'));
    }
    return null;
  },
};

export default {
  root: fileURLToPath(new URL('app', import.meta.url)),
  base: './',
  plugins: [ours],
  // Atomic says "module" and imports the icons, which are CommonJS: by the letter it gets objects
  // instead of components. The same icons as ES modules are one folder further down.
  resolve: {
    alias: [{ find: /^@mui\/icons-material\/(\w+)$/, replacement: '@mui/icons-material/esm/$1' }],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  build: { target: 'esnext', emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
};
