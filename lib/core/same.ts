type Plain<T> = T extends readonly (infer U)[]
  ? Plain<U>[]
  : T extends object
    ? { -readonly [P in keyof T]: Plain<T[P]> }
    : T;

/** Two conditional types are the same to the compiler only when their parts are identical, optional marks included. */
interface Probe<X> {
  readonly is: <T>(value: T) => T extends X ? 1 : 2;
}
type Exactly<A, B> = Probe<A> extends Probe<B> ? true : false;

/** True when two types are the same apart from `readonly`. Tells an optional property from a missing one. */
export type Same<A, B> = Exactly<Plain<A>, Plain<B>>;
