/** The same text for the same value, in whatever order its properties stand. */
const canonical = (value: unknown): string =>
  value === undefined
    ? ''
    : JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : part,
      );

/** True for two values that say the same; the order of properties says nothing, that of lists does. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || canonical(a) === canonical(b);

/** What one list changes of another, item by item. */
export interface ListDiff<T> {
  readonly added: readonly T[];
  readonly gone: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
  /** The items that both have stand in another order. */
  readonly reordered: boolean;
}

/** Compares two lists whose items are known by a key of their own. */
export function diffLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListDiff<T> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const fresh = new Set(after.map(keyOf));
  const kept = after.flatMap((item) => {
    const was = old.get(keyOf(item));
    return was === undefined ? [] : [{ before: was, after: item }];
  });
  const stayed = before.map(keyOf).filter((key) => fresh.has(key));
  return {
    added: after.filter((item) => !old.has(keyOf(item))),
    gone: before.filter((item) => !fresh.has(keyOf(item))),
    changed: kept.filter((pair) => !sameValue(pair.before, pair.after)),
    reordered: kept.some((pair, place) => keyOf(pair.after) !== stayed[place]),
  };
}

/** The leaves of a value by their paths ("weekly.day"), lists being leaves of their own. */
export function leavesOf(value: unknown, path = ''): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Map(value === undefined ? [] : [[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [
      ...leavesOf(part, path === '' ? key : `${path}.${key}`),
    ]),
  );
}
