import { LeftOut } from './left-out.ts';
import { PlainError } from './say.ts';

/**
 * Runs a task to its end and ends the process. A failure that a person can act on is one sentence, any other
 * one its stack. Being ended by the signal, even while still preparing, is no failure.
 */
export async function runTask(main: () => Promise<void>, signal: AbortSignal): Promise<never> {
  try {
    await main();
  } catch (error) {
    if (!signal.aborted) report(error);
  }
  // Whatever still holds the process open, such as a browser's kept-alive connection, ends here.
  process.exit();
}

function report(error: unknown): void {
  const expected = error instanceof PlainError || error instanceof LeftOut;
  process.stderr.write(`${expected ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
}
