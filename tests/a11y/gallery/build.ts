import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the gallery into one HTML page that needs nothing beside it. */
export async function buildGallery(): Promise<string> {
  const built = await build({
    configFile: false,
    root: here('.'),
    logLevel: 'error',
    // In a test runner NODE_ENV is "test", and JSX would call for React's development build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: here('main.tsx'), formats: ['iife'], name: 'gallery' },
    },
  });
  const bundle = Array.isArray(built) ? built[0] : built;
  if (!bundle || !('output' in bundle)) throw new Error('Vite gave no bundle.');
  const { code } = bundle.output[0];
  const page = await readFile(here('page.html'), 'utf8');
  // A function, because "$&" in the code must not be read as a pattern.
  return page.replace(
    '<!-- script -->',
    () => `<script>${code.replaceAll('</script', '<\\/script')}</script>`,
  );
}
