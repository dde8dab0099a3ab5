import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each room may import from, beside itself; and where the code belongs that wants more. */
const rooms = [
  ['lib/core', [], 'lib/core is pure: what it needs comes in as an argument.'],
  ['lib/crm', ['core'], 'lib/crm reads pages and knows lib/core alone.'],
  [
    'lib/storage',
    ['core'],
    'lib/storage keeps; a use case that joins it with others belongs in lib/app.',
  ],
  ['lib/messaging', ['core'], 'lib/messaging carries; handlers belong in lib/app.'],
  ['lib/playbooks', ['core'], 'lib/playbooks is data.'],
];

const zones = [
  ...rooms.flatMap(([room, friends, message]) => [
    {
      target: `./${room}`,
      from: './lib',
      except: [`./${room.slice(4)}`, ...friends.map((friend) => `./${friend}`)],
      message,
    },
    { target: `./${room}`, from: './components', message },
    { target: `./${room}`, from: './entrypoints', message },
  ]),
  ...['./components', './entrypoints'].map((from) => ({
    target: './lib/app',
    from,
    message: 'lib/app serves the screens, and does not know them.',
  })),
  ...['./lib/storage', './lib/crm', './entrypoints'].map((from) => ({
    target: './components',
    from,
    message: 'Components show: data comes in by props. Use lib/app.',
  })),
];

const pageCode = [
  'lib/crm/**',
  'lib/app/card-*.ts',
  'lib/app/badge-*.ts',
  'components/**',
  'lib/app/watch.ts',
  'lib/messaging/{asking,client,watch-client}.ts',
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      '.output',
      '.wxt',
      '**/dist',
      '**/.cache',
      'tests/crms/atomic/app/**',
      'tests/crms/atomic/vite.config.js',
      'tests/crms/lightning/app/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  ...tseslint.configs.stylisticTypeChecked.map((config) => ({
    ...config,
    files: ['**/*.{ts,tsx}'],
  })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: `${root}tsconfig.json`, tsconfigRootDir: root },
    },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ project: `${root}tsconfig.json` }),
      ],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        {
          property: 'innerHTML',
          message: 'Text from a page or a file stays text: use textContent.',
        },
        {
          property: 'outerHTML',
          message: 'Text from a page or a file stays text: use textContent.',
        },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack'], location: 'start' }],
    },
  },
  {
    files: ['lib/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Time comes in as an argument.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(?!zod$|\\.)', message: 'lib/core imports zod and nothing else.' }],
        },
      ],
    },
  },
  {
    files: pageCode,
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'zod',
              message:
                'zod stays out of the page: parse by hand into facts, and let the background validate.',
            },
            { name: 'dexie', message: "A content script's IndexedDB is the CRM's own." },
          ],
          patterns: [
            {
              regex:
                'core/(records|playbook|condition-schema|check-playbook|custom-schema|custom-draft|overrides|suggested-schema)\\.ts$',
              allowTypeImports: true,
              message: 'These modules load zod: import their types alone.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['entrypoints/**/*.{ts,tsx}'],
    rules: { 'max-lines': ['error', { max: 40 }] },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    rules: {
      // A describe block is a list of tests, not a function to be read at once.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': 'off',
    },
  },
  {
    files: ['lib/core/calendar.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
);
