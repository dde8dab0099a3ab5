import { z } from 'zod';

/** True only for a value that its schema would hand back as it is. False says nothing: then the schema has the word. */
export type AsItIs<T> = (value: unknown) => value is T;

type Check = (value: unknown) => boolean;
type Row = Readonly<Record<string, unknown>>;
type Schema = z.core.$ZodType;

/** So many good values of one property are remembered, each no longer than SHORT: days and ids come again and again. */
const REMEMBERED = 1000;
const SHORT = 40;

/**
 * A quick check made from a row's schema, for tables that are read whole: zod makes every row anew, which takes most of the
 * time that reading it takes. It is true only for rows that zod would accept and hand back unchanged. Properties named in
 * `beside` may stand in the row as well, such as the deal that an answer belongs to; zod would leave them out.
 */
export function asItIs<T>(schema: z.ZodType<T>, beside: readonly string[] = []): AsItIs<T> {
  const def = defOf(schema);
  const isRow = def.type === 'object' && isBare(def);
  return (isRow ? objectCheck(def.shape, beside) : checkOf(schema)) as AsItIs<T>;
}

const defOf = (schema: Schema): z.core.$ZodTypes['_zod']['def'] =>
  (schema as z.core.$ZodTypes)._zod.def;

/** True where a schema asks for nothing but its type. */
const isBare = (def: z.core.$ZodTypeDef): boolean =>
  (def.checks ?? []).length === 0 && !('catchall' in def) && !('format' in def);

/** What has no case here is asked of zod, and so is whatever has a condition of its own. */
function checkOf(schema: Schema): Check {
  const def = defOf(schema);
  if (def.type === 'string') return textCheck(schema, def);
  if (!isBare(def)) return askedOf(schema);
  if (def.type === 'object') return objectCheck(def.shape, []);
  if (def.type === 'array') return arrayCheck(checkOf(def.element));
  if (def.type === 'record') return recordCheck(checkOf(def.keyType), checkOf(def.valueType));
  if (def.type === 'union') return unionOrTagged(def);
  if (def.type === 'number') return Number.isFinite;
  if (def.type === 'literal') return among(def.values);
  if (def.type === 'enum') return among(Object.values(def.entries));
  // A property that is left out is its object's matter; here it is one that is there.
  if (def.type === 'optional' || def.type === 'default') return checkOf(def.innerType);
  if (def.type !== 'nullable') return askedOf(schema);
  const inner = checkOf(def.innerType);
  return (value) => value === null || inner(value);
}

const unionOrTagged = (def: z.core.$ZodUnionDef<readonly Schema[]>): Check =>
  'discriminator' in def
    ? taggedCheck(def as z.core.$ZodDiscriminatedUnionDef<readonly Schema[]>)
    : unionCheck(def.options);

const among = (values: readonly unknown[]): Check => {
  const known = new Set(values);
  return (value) => known.has(value);
};

/** Asks zod itself, and remembers short values that it took as they are. */
function askedOf(schema: Schema): Check {
  const good = new Set<unknown>();
  return (value) => {
    if (good.has(value)) return true;
    const asked = z.safeParse(schema, value);
    const isSame = asked.success && asked.data === value;
    const isShort =
      typeof value === 'number' || (typeof value === 'string' && value.length <= SHORT);
    if (isSame && isShort && good.size < REMEMBERED) good.add(value);
    return isSame;
  };
}

/** Lengths and patterns are looked at here; a text that asks for more is zod's. */
function textCheck(schema: Schema, def: z.core.$ZodStringDef): Check {
  // A format such as a date is a check by itself.
  const own = 'check' in def ? [schema as unknown as z.core.$ZodCheck<string>] : [];
  const tests: ((text: string) => boolean)[] = [];
  for (const check of [...own, ...(def.checks ?? [])]) {
    const test = testOf((check as z.core.$ZodChecks)._zod.def);
    if (!test) return askedOf(schema);
    tests.push(test);
  }
  return (value) => {
    if (typeof value !== 'string') return false;
    for (const test of tests) if (!test(value)) return false;
    return true;
  };
}

function testOf(def: z.core.$ZodChecks['_zod']['def']): ((text: string) => boolean) | undefined {
  if (def.check === 'max_length') return ({ length }) => length <= def.maximum;
  if (def.check === 'min_length') return ({ length }) => length >= def.minimum;
  if (def.check !== 'string_format') return undefined;
  const { format, pattern } = def;
  // Other formats look at more than their pattern.
  if ((format !== 'regex' && format !== 'date') || !pattern || pattern.global || pattern.sticky)
    return undefined;
  return (text) => pattern.test(text);
}

const isPlain = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function objectCheck(shape: Readonly<Record<string, Schema>>, beside: readonly string[]): Check {
  const parts = Object.entries(shape).map(([key, schema]) => {
    return { key, check: checkOf(schema), optional: defOf(schema).type === 'optional' };
  });
  return (value) => {
    if (!isPlain(value)) return false;
    let count = 0;
    for (const { key, check, optional } of parts) {
      const part = value[key];
      if (part === undefined && optional && !(key in value)) continue;
      if (!check(part)) return false;
      count += 1;
    }
    for (const key of beside) if (Object.hasOwn(value, key)) count += 1;
    // One more, and zod would leave it out.
    return Object.keys(value).length === count;
  };
}

function arrayCheck(element: Check): Check {
  return (value) => Array.isArray(value) && value.every(element);
}

function recordCheck(keyCheck: Check, valueCheck: Check): Check {
  return (value) => {
    if (!isPlain(value)) return false;
    for (const key of Object.keys(value)) {
      if (key === '__proto__' || !keyCheck(key) || !valueCheck(value[key])) return false;
    }
    return true;
  };
}

/** Of several forms the one that a property names. */
function taggedCheck({
  discriminator,
  options,
}: z.core.$ZodDiscriminatedUnionDef<readonly Schema[]>): Check {
  const checks = new Map<unknown, Check>();
  for (const option of options) {
    const check = checkOf(option);
    for (const value of option._zod.propValues?.[discriminator] ?? []) checks.set(value, check);
  }
  return (value) => isPlain(value) && checks.get(value[discriminator])?.(value) === true;
}

/** zod takes the first form that fits, perhaps changed: the next one is tried where the one before is of another type. */
function unionCheck(options: readonly Schema[]): Check {
  const forms = options.map((option) => ({ type: defOf(option).type, check: checkOf(option) }));
  return (value) => {
    for (const { type, check } of forms) {
      if (check(value)) return true;
      if (typeof value === type ? type !== 'object' || !Array.isArray(value) : !SIMPLE.has(type))
        return false;
    }
    return false;
  };
}

/** Types of zod's that are called as `typeof` calls them. */
const SIMPLE: ReadonlySet<string> = new Set(['string', 'number', 'object']);
