/** The way to a CRM's API, with the user's own session. Adapters ask through it and never call `fetch` themselves. */

/** One request to the CRM's own origin. */
export interface CrmRequest {
  /** GET where it is left out. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Begins with `/`; a query is encoded by whoever writes it (`withQuery`). */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** `omit` where the CRM takes its session from a header alone. */
  readonly credentials?: 'omit';
}

/** What came back, whatever its status. Plain data, so that it can travel from the background. */
export interface CrmAnswer {
  readonly status: number;
  /** By lower-case name: those that `KEPT_HEADERS` names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The server sent us somewhere else: to a log-in page, as a rule. */
  readonly redirected: boolean;
}

/** The headers of an answer that adapters look at. */
export const KEPT_HEADERS = ['content-type', 'retry-after', 'etag'] as const;

/** Sends one request. Throws CrmTrouble for `timeout`, `offline` and `switched-off`, and what the signal was aborted with. */
export type Send = (request: CrmRequest, signal: AbortSignal) => Promise<CrmAnswer>;

/** What a capability that needs the API is given. */
export interface Access {
  readonly view: Window;
  readonly signal: AbortSignal;
  readonly send: Send;
}

/** Adds a query to a path; what is undefined is left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  if (entries.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(entries).toString()}`;
}

/** A cookie that the page's own scripts can read, decoded; undefined where there is none. */
export function cookieOf(view: Window, name: string): string | undefined {
  for (const part of view.document.cookie.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    try {
      return decodeURIComponent(value);
    } catch {
      return value;
    }
  }
  return undefined;
}
