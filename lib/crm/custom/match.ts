import { compilePattern, matchPattern, pathOf, type UrlPattern } from '../../core/url-pattern.ts';
import type { CrmPages } from '../adapter.ts';
import type { Definition } from './definition.ts';

/** No deal's id is longer; what is would not be kept. */
const ID_LIMIT = 120;

const compiled = (patterns: readonly string[] = []): readonly UrlPattern[] =>
  patterns.map(compilePattern).filter((pattern) => typeof pattern !== 'string');

/**
 * What an address means in an admin's own CRM. It stands by itself since the watch script carries it: whether the
 * page shows what its address says, the card finds out.
 */
export function makeMatch({ id, sites, urls }: Definition): CrmPages['match'] {
  const patterns = {
    deal: compiled(urls.deal),
    list: compiled(urls.list),
    board: compiled(urls.board),
  };
  return (url) => {
    if (!sites.includes(url.origin)) return undefined;
    const path = pathOf(url);
    const deal = idIn(patterns.deal, path);
    if (deal !== undefined) return { kind: 'deal', ref: { crm: id, id: deal } };
    const kind = (['list', 'board'] as const).find((one) =>
      patterns[one].some((pattern) => matchPattern(pattern, path) !== undefined),
    );
    return kind && { kind, ref: { crm: id } };
  };
}

/** A definition's address patterns alone, as pages. */
export const addressPages = (definition: Definition): CrmPages => ({
  id: definition.id,
  match: makeMatch(definition),
  recognise: () => true,
});

/** The one id that the patterns find in an address; none where two of them differ. */
export function idIn(patterns: readonly UrlPattern[], path: string): string | undefined {
  const ids = new Set<string>();
  for (const pattern of patterns) {
    const found = matchPattern(pattern, path);
    if (typeof found === 'object') ids.add(found.id);
  }
  const [id] = ids;
  return ids.size === 1 && id !== undefined && id.length <= ID_LIMIT ? id : undefined;
}
