import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { idOf, unpackedId } from './extension-id.ts';

describe("an unpacked extension's id", () => {
  it('has 32 letters from a to p', () => {
    // SHA-256 of nothing begins with e3b0c442.
    expect(idOf(Buffer.from(''))).toMatch(/^odlameec[a-p]{24}$/);
  });

  it('comes from the key, or else from the path', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dealside-id-'));
    const manifest = join(folder, 'manifest.json');
    writeFileSync(manifest, '{}');
    expect(unpackedId(folder)).toBe(idOf(Buffer.from(realpathSync(folder))));
    writeFileSync(manifest, JSON.stringify({ key: Buffer.from('a key').toString('base64') }));
    expect(unpackedId(folder)).toBe(idOf(Buffer.from('a key')));
    rmSync(folder, { recursive: true });
  });
});
