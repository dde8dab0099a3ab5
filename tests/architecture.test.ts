import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { crmFolders } from './crm-fixtures.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The project's own source files: what git would commit of them. */
function sources(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  });
  // A file that was deleted and not yet committed is still listed.
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)));
}

const p90 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? 0;

/** The lengths in lines of a file's functions that have a name of their own. */
function functionLengths(path: string, text: string): number[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lengths: number[] = [];
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    const named =
      ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      (ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent));
    if (named) lengths.push(lineAt(node.end) - lineAt(node.getStart()) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lengths;
}

describe('size', () => {
  const code = sources().filter((path) => !/\.test\.tsx?$|\.d\.m?ts$/.test(path));
  const texts = code.map((path) => readFileSync(join(root, path), 'utf8'));
  it('nine files of ten have at most 150 lines', () => {
    expect(p90(texts.map((text) => text.split('\n').length))).toBeLessThanOrEqual(150);
  });
  it('nine functions of ten have at most 30 lines', () => {
    const lengths = code.flatMap((path, index) => functionLengths(path, texts[index] ?? ''));
    expect(p90(lengths)).toBeLessThanOrEqual(30);
  });
});

it('keeps its top level to what the map names', () => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const top = new Set(listed.split('\n').map((path) => path.split('/')[0] ?? ''));
  const plain = [...top].filter((name) => name !== '' && !name.startsWith('.')).sort();
  expect(plain).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'components',
    'entrypoints',
    'lib',
    'package-lock.json',
    'package.json',
    'public',
    'tests',
    'tsconfig.json',
    'wxt.config.ts',
  ]);
});

it('gives every CRM the files that the others rely on', () => {
  expect(crmFolders.length).toBeGreaterThan(0);
  for (const name of crmFolders) {
    expect(readdirSync(join(root, 'lib/crm', name))).toEqual(
      expect.arrayContaining([
        'meta.ts',
        'url.ts',
        'examples.ts',
        'pages.ts',
        'selectors.ts',
        'index.ts',
        'fixtures',
      ]),
    );
  }
});

describe('lint', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({
      cwd: root,
      overrideConfigFile: join(root, 'tests/eslint.config.js'),
      // On a CI machine the parser would otherwise read the file on the disk, and not the text that it is given.
      overrideConfig: {
        languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
      },
    });
  });
  /** The rules that a text would break if it stood in the place of a file. */
  const broken = async (path: string, text: string): Promise<(string | null)[]> => {
    const [result] = await eslint.lintText(text, { filePath: join(root, path) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };
  it.each([
    ['lib/core/gate.ts', "import '../storage/db.ts';", 'import-x/no-restricted-paths'],
    ['lib/crm/dom.ts', "import '../storage/db.ts';", 'import-x/no-restricted-paths'],
    [
      'lib/app/card-view.ts',
      "import '../../components/card/Card.tsx';",
      'import-x/no-restricted-paths',
    ],
    [
      'components/card/Card.tsx',
      "import '../../lib/storage/db.ts';",
      'import-x/no-restricted-paths',
    ],
    ['lib/core/gate.ts', "import 'react';", 'no-restricted-imports'],
    ['lib/core/gate.ts', 'export const now = Date.now();', 'no-restricted-globals'],
    [
      'lib/crm/dom.ts',
      "import { z } from 'zod'; export const s = z.string();",
      '@typescript-eslint/no-restricted-imports',
    ],
    [
      'lib/app/card-view.ts',
      "import { answerSchema } from '../core/records.ts'; export const s = answerSchema;",
      '@typescript-eslint/no-restricted-imports',
    ],
    ['lib/core/fact.ts', "export { assess } from './assess.ts';", 'import-x/no-cycle'],
    ['lib/core/gate.ts', `export const x = 1;\n${'//\n'.repeat(300)}`, 'max-lines'],
    [
      'lib/core/gate.ts',
      `export function f() {\n${'  void 0;\n'.repeat(60)}}`,
      'max-lines-per-function',
    ],
    ['lib/crm/dom.ts', "document.body.innerHTML = '';", 'no-restricted-properties'],
    ['lib/crm/dom.ts', "export const f = new Function('');", 'no-new-func'],
  ])(
    'in %s (case %#)',
    async (path, text, rule) => {
      expect(await broken(path, text)).toContain(rule);
    },
    30_000,
  );
});
