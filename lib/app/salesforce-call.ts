import { z } from 'zod';
import type { CrmCall } from '../messaging/protocol.ts';

/**
 * Everything that a page may have the background ask of a Salesforce organisation. A page's script is not trusted with more than
 * the adapter needs: reading deals, and writing one note.
 */

const VERSION = String.raw`\/services\/data\/v\d{2}\.0`;
const QUERY = new RegExp(`^${VERSION}\\/query$`);
const NEXT_PAGE = new RegExp(`^${VERSION}\\/query\\/[A-Za-z0-9]{1,60}-\\d{1,9}$`);
const RECORD = new RegExp(`^${VERSION}\\/ui-api\\/records\\/006[A-Za-z0-9]{15}$`);
const NOTE = new RegExp(`^${VERSION}\\/sobjects\\/FeedItem$`);
const USER = '/services/oauth2/userinfo';

const SELECT = /^SELECT [\s\S]+ FROM (?:Opportunity\w*|Event|Task|EmailMessage)\b/;

const noteSchema = z.strictObject({
  ParentId: z.string().regex(/^006[A-Za-z0-9]{15}$/),
  Body: z.string().min(1).max(10_000),
});

/** A request as it is sent: nothing of it comes from the page unchecked. */
export interface CheckedCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON. */
  readonly body?: string;
}

/** The call, if it is one of those that are allowed. */
export function checkCall({ method, path, body }: CrmCall): CheckedCall | undefined {
  const base = 'https://api.invalid';
  if (!path.startsWith('/') || !URL.canParse(path, base)) return undefined;
  const { href, pathname, searchParams } = new URL(path, base);
  // What was written another way than it is sent may mean something else to each reader.
  if (href !== `${base}${path}`) return undefined;
  if (method === 'POST') return NOTE.test(path) ? noteCall(path, body) : undefined;
  if (body !== undefined) return undefined;
  return mayRead(pathname, searchParams) ? { method, path } : undefined;
}

function mayRead(pathname: string, query: URLSearchParams): boolean {
  const names = [...query.keys()];
  const onlyHas = (name: string): boolean => names.length === 1 && names[0] === name;
  if (QUERY.test(pathname)) return onlyHas('q') && SELECT.test(query.get('q') ?? '');
  if (RECORD.test(pathname)) return onlyHas('optionalFields');
  return names.length === 0 && (NEXT_PAGE.test(pathname) || pathname === USER);
}

function noteCall(path: string, body: string | undefined): CheckedCall | undefined {
  try {
    const checked = noteSchema.safeParse(JSON.parse(body ?? ''));
    return checked.success
      ? { method: 'POST', path, body: JSON.stringify(checked.data) }
      : undefined;
  } catch {
    return undefined;
  }
}
