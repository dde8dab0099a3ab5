import { hashOf, type RouteId } from '../../options/routes.ts';

/** Leads to another place of the options page. */
export function goTo(screen: RouteId, ...rest: readonly string[]): void {
  window.location.hash = hashOf(screen, ...rest);
}
