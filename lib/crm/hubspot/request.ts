import { cookieOf, withQuery, type Access, type CrmRequest } from '../access.ts';
import { ask } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';

/** The cookie that HubSpot's own client reads, and the header that it sends it back in. */
const CSRF_COOKIE = 'hubspotapi-csrf';
const CSRF_HEADER = 'X-HubSpot-CSRF-hubspotapi';

export interface HubSpotRequest {
  /** Below `/api`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** With a body the request is a POST. */
  readonly body?: unknown;
  /** It changes something. */
  readonly writes?: true;
}

/** The windows in which a refusal was met once that a new token did not explain. */
const refused = new WeakSet<Window>();

/**
 * Asks HubSpot's API in the user's session. A 403 can be a token that was rotated meanwhile: the cookie is read again and
 * the request sent once more where it has another value. The new cookie may also arrive a little late, so that the first
 * unexplained refusal in a window is tried again too, but never a write. A second 403 is what it says. Throws as `ask`.
 */
export async function askHubSpot(
  access: Access,
  org: string | undefined,
  request: HubSpotRequest,
): Promise<unknown> {
  const { view } = access;
  const before = cookieOf(view, CSRF_COOKIE);
  try {
    return await ask(access, requestOf(request, org, before));
  } catch (error) {
    if (!(error instanceof CrmTrouble) || error.kind !== 'no-access') throw error;
    const now = cookieOf(view, CSRF_COOKIE);
    if (now === before && (request.writes || refused.has(view))) throw error;
    if (now === before) refused.add(view);
    return ask(access, requestOf(request, org, now));
  }
}

function requestOf(
  { path, query, body }: HubSpotRequest,
  org: string | undefined,
  token: string | undefined,
): CrmRequest {
  return {
    path: withQuery(`/api${path}`, { ...query, portalId: org }),
    ...(token === undefined ? {} : { headers: { [CSRF_HEADER]: token } }),
    ...(body === undefined ? {} : { method: 'POST', body }),
  };
}
