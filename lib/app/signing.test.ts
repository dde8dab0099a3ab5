import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPENSSL } from './openssl.ts';
import { isPublicKey, makeKeys, openSigned, signPlaybook } from './signing.ts';

const TEXT = '{\n  "gates": ["“é” 👩‍💻"]\r\n}\n';

async function signed() {
  const keys = await makeKeys();
  const { file, publicKey } = (await signPlaybook(TEXT, keys.pem))!;
  return { ...keys, file, fits: publicKey, parts: JSON.parse(file) as Record<string, string> };
}

describe('a signed playbook', () => {
  test('opens with the key that it was signed with, byte for byte', async () => {
    const { file, publicKey, fits } = await signed();
    expect(fits).toBe(publicKey);
    expect(isPublicKey(publicKey)).toBe(true);
    expect(await openSigned(file, publicKey)).toEqual({ ok: true, text: TEXT });
    expect(await openSigned(`\ufeff${file.replaceAll('\n', '\r\n')}`, ` ${publicKey}\n`)).toEqual({
      ok: true,
      text: TEXT,
    });
  });

  test('does not open with another key, nor once anything in it was changed', async () => {
    const { file, publicKey, parts } = await signed();
    const other = await makeKeys();
    const bad = { ok: false, fault: { kind: 'signature' } };
    expect(await openSigned(file, other.publicKey)).toEqual(bad);
    const { playbook = '', signature = '' } = parts;
    for (const change of [
      { playbook: `${playbook} ` },
      { playbook: playbook.replace('é', 'e') },
      { signature: signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) },
      { signature: signature.slice(0, 40) },
      { signature: '' },
      { signature: '!' },
    ])
      expect(await openSigned(JSON.stringify({ ...parts, ...change }), publicKey)).toEqual(bad);
  });

  test('is not one in which a half of a character stands for the sign that it would be signed as', async () => {
    const { publicKey, pem } = await makeKeys();
    const { file } = (await signPlaybook(`${TEXT}\ufffd`, pem))!;
    expect(await openSigned(file, publicKey)).toMatchObject({ ok: true });
    expect(await openSigned(file.replace('\ufffd', '\\ud800'), publicKey)).toEqual({
      ok: false,
      fault: { kind: 'signature' },
    });
  });

  test('is not one whose signature was made for the same text without the words in front', async () => {
    const { publicKey, pem, parts } = await signed();
    const der = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, '')), (c) =>
      c.charCodeAt(0),
    );
    const key = await crypto.subtle.importKey('pkcs8', der, 'Ed25519', false, ['sign']);
    const bare = await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(TEXT));
    const signature = btoa(String.fromCharCode(...new Uint8Array(bare)));
    expect(await openSigned(JSON.stringify({ ...parts, signature }), publicKey)).toEqual({
      ok: false,
      fault: { kind: 'signature' },
    });
  });

  test.each([
    ['a plain playbook', '{"gates": []}', 'plain'],
    ['one without its signature', '{"dealside":"signed-playbook-1","playbook":"{}"}', 'unsigned'],
    ['another form', '{"dealside":"signed-playbook-2","playbook":"{}","signature":"x"}', 'shape'],
    [
      'a part too many',
      '{"dealside":"signed-playbook-1","playbook":"{}","signature":"x","a":1}',
      'shape',
    ],
    ['a list', '[]', 'shape'],
    ['nothing', 'null', 'shape'],
    ['no JSON', '{"dealside":', 'not-json'],
    ['two playbooks in one', '{"playbook":"a","playbook":"b"}', 'not-json'],
  ])('is not %s', async (_, file, kind) => {
    const { publicKey } = await makeKeys();
    expect(await openSigned(file, publicKey)).toMatchObject({ ok: false, fault: { kind } });
  });

  test.each(['', 'abc', btoa('x'.repeat(31)), btoa('x'.repeat(33)), 'ä'.repeat(44)])(
    'cannot be opened with the key %j',
    async (key) => {
      expect(await openSigned('{}', key)).toEqual({ ok: false, fault: { kind: 'key' } });
    },
  );

  test.each(['', 'hello', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'])(
    'cannot be made with the key file %j',
    async (pem) => {
      expect(await signPlaybook(TEXT, pem)).toBeUndefined();
    },
  );
});

const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;

describe.skipIf(!(has('openssl') && has('jq')))('with openssl and jq', () => {
  const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'dealside-sign-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('the lines that the page shows make a file that opens', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'playbook.json'), TEXT);
      const said = execFileSync('bash', ['-euo', 'pipefail', '-c', OPENSSL], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const file = readFileSync(join(folder, 'playbook.signed.json'), 'utf8');
      expect(await openSigned(file, said)).toEqual({ ok: true, text: TEXT });
      // Its key file signs here as well.
      const pem = readFileSync(join(folder, 'dealside-key.pem'), 'utf8');
      expect((await signPlaybook(TEXT, pem))?.publicKey).toBe(said.trim());
    }));

  test('openssl reads the key file that the page makes', () =>
    inFolder(async (folder) => {
      const { pem, publicKey } = await makeKeys();
      writeFileSync(join(folder, 'key.pem'), pem);
      const der = execFileSync(
        'openssl',
        ['pkey', '-in', 'key.pem', '-pubout', '-outform', 'DER'],
        {
          cwd: folder,
        },
      );
      expect(der.subarray(-32).toString('base64')).toBe(publicKey);
    }));
});
