import { FIELDS, type FieldName, type Kind } from './fields.ts';

/** Where a condition's field is found: on the deal, in an answer (its text or its date), or in a custom field. */
export type FieldPath =
  | { readonly of: 'deal'; readonly name: FieldName; readonly kind: Kind }
  | { readonly of: 'answer'; readonly key: string; readonly kind: 'text' | 'date' }
  | { readonly of: 'custom'; readonly key: string };

/** Resolves "closeDate", "answer.pain", "answer.pain.date" or "custom.region"; undefined for anything else. */
export function parseFieldPath(path: string): FieldPath | undefined {
  if (isFieldName(path)) return { of: 'deal', name: path, kind: FIELDS[path] };
  if (path.startsWith('custom.')) {
    const key = path.slice('custom.'.length);
    return key === '' ? undefined : { of: 'custom', key };
  }
  const [first, key, part, ...rest] = path.split('.');
  if (first !== 'answer' || !key || rest.length > 0) return undefined;
  if (part === undefined) return { of: 'answer', key, kind: 'text' };
  return part === 'date' ? { of: 'answer', key, kind: 'date' } : undefined;
}

/** True for a field that every deal has; safe for "constructor" and its like. */
export const isFieldName = (text: string): text is FieldName => Object.hasOwn(FIELDS, text);
