const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** A record's id in its plain form: lower case, no braces. Undefined for anything else. */
export const guidOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? GUID.exec(value)?.[1]?.toLowerCase() : undefined;
