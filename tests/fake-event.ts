type Listener = (...args: never[]) => unknown;

/** For tests: one of the browser's events, which a test fires. */
export function fakeEvent<F extends Listener>() {
  const listeners = new Set<F>();
  return {
    listeners,
    addListener: (listener: F) => void listeners.add(listener),
    removeListener: (listener: F) => void listeners.delete(listener),
    fire: (...args: Parameters<F>) => [...listeners].map((listener) => listener(...args)),
  };
}
