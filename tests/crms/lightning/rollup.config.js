import lwc from '@lwc/rollup-plugin';

/** The components ask their bundler whether they run on a server. */
const inBrowser = {
  name: 'dealside-in-browser',
  transform: (code) =>
    code.includes('import.meta.env')
      ? { code: code.replaceAll('import.meta.env', '({ SSR: false })'), map: null }
      : null,
};

const page = (name) => ({
  input: `app/${name}.js`,
  output: {
    file: `.cache/dist/${name}.js`,
    format: 'iife',
    inlineDynamicImports: true,
    intro: "const process = { env: { NODE_ENV: 'production' } };",
  },
  plugins: [
    inBrowser,
    lwc({ rootDir: 'app', modules: [{ dir: 'modules' }, { npm: 'lightning-base-components' }] }),
  ],
  onwarn: () => undefined,
});

/** One page in each kind of shadow: the polyfill makes all the difference. */
export default [page('synthetic'), page('native')];
