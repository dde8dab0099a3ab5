import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { cardWordsPlugin } from './lib/app/card-words-plugin.ts';
import { FIREFOX_ID } from './lib/app/extension-ids.ts';
import { holidayFile } from './lib/app/holiday-file.ts';

const demoHosts = ['http://127.0.0.1/*', 'http://localhost/*'];

/**
 * The demo is the product with other hosts. WXT names the mode as the environment, and React would
 * then bring its development build, of another size and speed.
 */
const productionReact: Plugin = {
  name: 'dealside-production-react',
  enforce: 'post',
  config: (_, { command }) => {
    if (command !== 'build') return {};
    process.env.NODE_ENV = 'production';
    return { define: { 'process.env.NODE_ENV': '"production"' } };
  },
};

/**
 * Hosts are asked for one by one, by the user's click. `activeTab` lets the toolbar button look at the page
 * it was pressed on, `scripting` registers the reader for a granted host, and `storage` keeps the
 * demo's clock and reads the browser policy. `alarms` wakes the background for what is done once a day or so. `cookies` is
 * asked for by a click in the options alone, for those who have Salesforce's API read. The demo build may read CRMs on this
 * machine at once.
 */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-react'],
  vite: () => ({ plugins: [productionReact, cardWordsPlugin(import.meta.dirname)] }),
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push(holidayFile(new Date().getFullYear()));
    },
  },
  manifest: ({ mode, browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
    optional_permissions: ['cookies'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    host_permissions: mode === 'demo' ? demoHosts : [],
    action: { default_title: 'Dealside' },
    commands: {
      'toggle-card': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_commandToggle__',
      },
    },
    browser_specific_settings: {
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: '139.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    minimum_chrome_version: '144',
    // Firefox hands a policy over as it is, and knows no schema of it.
    ...(browser !== 'firefox' && { storage: { managed_schema: 'policy.schema.json' } }),
  }),
});
