import lwc from '@lwc/rollup-plugin';

const page = (name) => ({
  input: `app/${name}.js`,
  output: {
    file: `.cache/dist/${name}.js`,
    format: 'iife',
    inlineDynamicImports: true,
    intro: "const process = { env: { NODE_ENV: 'production' } };",
  },
  plugins: [
    lwc({ rootDir: 'app', modules: [{ dir: 'modules' }, { npm: 'lightning-base-components' }] }),
  ],
  onwarn: () => undefined,
});

/** One page in each kind of shadow: the polyfill makes all the difference. */
export default [page('synthetic'), page('native')];
