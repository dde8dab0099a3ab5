import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { packs } from '../../lib/playbooks/index.ts';
import { schemaFile, schemaText } from './schema.ts';

it('is published as it is: run "npm run schema" after a change of the playbook', async () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(await schemaText());
});

it('is where the packs say that it is', () => {
  const folder = dirname(fileURLToPath(new URL('../../lib/playbooks/index.ts', import.meta.url)));
  for (const { $schema = '' } of Object.values(packs)) {
    expect(resolve(folder, $schema)).toBe(schemaFile);
    expect(existsSync(schemaFile)).toBe(true);
  }
});
