import { z } from 'zod';
import { FILE_LIMITS } from '../core/json-bounds.ts';
import { parseOutside } from './playbook-text.ts';

/**
 * Signed playbooks: one JSON file that holds a playbook's text and an Ed25519 signature (RFC 8032) over it.
 *
 *     {"dealside": "signed-playbook-1", "playbook": "<the playbook's JSON, as a text>", "signature": "<64 bytes, base64>"}
 *
 * What is signed are the bytes of `dealside:signed-playbook-1`, one line feed, and the playbook's text as UTF-8. The
 * words in front keep a signature that was made for something else from being one for a playbook. The public key is the
 * 32 bytes of RFC 8032 in base64; the private key is a PKCS #8 file (RFC 8410) in PEM.
 *
 * The same with openssl 3 and jq, where `playbook.json` is the playbook:
 *
 *     openssl genpkey -algorithm ed25519 -out dealside-key.pem
 *     openssl pkey -in dealside-key.pem -pubout -outform DER | tail -c 32 | base64
 *     { printf 'dealside:signed-playbook-1\n'; cat playbook.json; } > to-sign
 *     openssl pkeyutl -sign -rawin -inkey dealside-key.pem -in to-sign -out signature
 *     jq -n --rawfile playbook playbook.json --arg signature "$(base64 -w0 signature)" \
 *       '{dealside: "signed-playbook-1", $playbook, $signature}' > playbook.signed.json
 */

const FORM = 'signed-playbook-1';
const PREFIX = `dealside:${FORM}\n`;
/** A playbook's text with every character of it escaped, as far as that goes; the playbook itself is bounded again. */
const LIMITS = { ...FILE_LIMITS, characters: 2 * FILE_LIMITS.characters };
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

const signedSchema = z.strictObject({
  dealside: z.literal(FORM),
  playbook: z.string().min(1),
  signature: z.string().max(200),
});

/** Why a file is no playbook that was signed with the key. */
export type SignatureFault =
  | { readonly kind: 'key' | 'plain' | 'unsigned' | 'shape' | 'signature' }
  | { readonly kind: 'not-json'; readonly line: number; readonly message: string };

export type Opened =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: SignatureFault };

/** The bytes of a base64 text, with or without the signs that fill it up; undefined for what is no base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  const bare = base64.trim();
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return undefined;
  try {
    return Uint8Array.from(atob(bare), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** True for a text that can be a public key: 32 bytes in base64. */
export const isPublicKey = (text: string): boolean => bytesOf(text)?.length === KEY_BYTES;

const toSign = (playbook: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(PREFIX + playbook);

async function fits(playbook: string, signature: string, key: string): Promise<boolean> {
  const [sign, raw] = [bytesOf(signature), bytesOf(key)];
  // Halves of characters would be signed as another text than the one that is read.
  if (sign?.length !== SIGNATURE_BYTES || !raw || !playbook.isWellFormed()) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, sign, toSign(playbook));
  } catch {
    return false;
  }
}

/** What a file that is not of the form is instead. */
function kindOf(raw: unknown): 'plain' | 'unsigned' | 'shape' {
  if (typeof raw !== 'object' || raw === null) return 'shape';
  if ('gates' in raw && !('dealside' in raw)) return 'plain';
  return 'dealside' in raw && 'playbook' in raw && !('signature' in raw) ? 'unsigned' : 'shape';
}

/** Opens a signed file: gives the playbook's text if its signature fits the key. The text itself is not checked. */
export async function openSigned(file: string, key: string): Promise<Opened> {
  const refused = (kind: Exclude<SignatureFault['kind'], 'not-json'>): Opened => ({
    ok: false,
    fault: { kind },
  });
  if (!isPublicKey(key)) return refused('key');
  const parsed = parseOutside(file, 'The file', LIMITS);
  if (!('raw' in parsed)) return { ok: false, fault: { kind: 'not-json', ...parsed } };
  const { data } = signedSchema.safeParse(parsed.raw);
  if (!data) return refused(kindOf(parsed.raw));
  return (await fits(data.playbook, data.signature, key))
    ? { ok: true, text: data.playbook }
    : refused('signature');
}

/** A new pair of keys: the public one in base64, the private one as the text of a PEM file. */
export interface KeyPair {
  readonly publicKey: string;
  readonly pem: string;
}

const HEAD = '-----BEGIN PRIVATE KEY-----';
const FOOT = '-----END PRIVATE KEY-----';

/** Makes a pair of keys. Neither is kept anywhere. */
export async function makeKeys(): Promise<KeyPair> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ]);
  const [raw, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey),
  ]);
  const lines = base64Of(new Uint8Array(pkcs8)).match(/.{1,64}/g) ?? [];
  return {
    publicKey: base64Of(new Uint8Array(raw)),
    pem: [HEAD, ...lines, FOOT, ''].join('\n'),
  };
}

/** A signed file, and the public key that its signature fits. */
export interface Signed {
  readonly file: string;
  readonly publicKey: string;
}

/** Signs a playbook's text with the private key in a PEM file; undefined where that holds no key of this kind. */
export async function signPlaybook(playbook: string, pem: string): Promise<Signed | undefined> {
  const between = pem.split(HEAD)[1]?.split(FOOT)[0];
  const pkcs8 = bytesOf((between ?? '').replace(/\s+/g, ''));
  if (!pkcs8 || !playbook.isWellFormed()) return undefined;
  try {
    // Exportable, so that the public half can be told; the key is gone when this returns.
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    const { x = '' } = await crypto.subtle.exportKey('jwk', key);
    const publicKey = base64Of(
      bytesOf(x.replace(/-/g, '+').replace(/_/g, '/')) ?? new Uint8Array(),
    );
    const signature = await crypto.subtle.sign('Ed25519', key, toSign(playbook));
    const parts = { dealside: FORM, playbook, signature: base64Of(new Uint8Array(signature)) };
    return { file: `${JSON.stringify(parts, null, 2)}\n`, publicKey };
  } catch {
    return undefined;
  }
}
