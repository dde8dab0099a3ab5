/** What can go wrong between us and a CRM's API. The messages carry no address, no header and no body: a token may stand in each. */

/** The user's session at the CRM has ended: the card says so, and the typed values stay. */
export class SessionExpired extends Error {
  override name = 'SessionExpired';
}

/**
 * `no-access`: the user may not; `not-found`: no such record; `busy`: too many requests, and waiting did not help;
 * `down`: the server failed; `not-json`: something else answered (a proxy, a captcha); `refused`: the CRM does not know the
 * request; `timeout`; `offline`: no answer at all; `switched-off`: the admin did not turn the API on.
 */
export type TroubleKind =
  | 'no-access'
  | 'not-found'
  | 'busy'
  | 'down'
  | 'not-json'
  | 'refused'
  | 'timeout'
  | 'offline'
  | 'switched-off';

/** The CRM's API did not give what was asked. The page is read all the same. */
export class CrmTrouble extends Error {
  override name = 'CrmTrouble';
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind) {
    super(`The CRM's API did not answer as asked: ${kind}.`);
    this.kind = kind;
  }
}
