/** A failure that a person can act on: what went wrong, and what mends it. Printed without a stack. */
export class PlainError extends Error {
  constructor(message: string, options?: ErrorOptions);
}

/** Prints one line of progress, on stderr. */
export function say(line: string): void;

/** Runs a command that may take long and tells how it goes; gives what it printed. */
export function runStep(step: {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  readonly say?: (line: string) => void;
  readonly shell?: boolean;
}): Promise<string>;
