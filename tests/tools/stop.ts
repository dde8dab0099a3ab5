import { once } from 'node:events';

/**
 * A signal that is aborted when this process is asked to end (Ctrl-C, SIGTERM) or when the process
 * that started it is gone. What was started here must end with it.
 */
export function endSignal(): AbortSignal {
  const controller = new AbortController();
  const end = (): void => {
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 1000).unref();
  return controller.signal;
}

/** Waits until the signal is aborted; at once if it is already. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await once(signal, 'abort');
}
