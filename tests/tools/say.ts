/** Tells a person at a terminal what a long task is doing. The work is plain JavaScript, because start.mjs needs it too. */
export { PlainError, runStep, say } from './plain/step.mjs';

export type Say = (line: string) => void;
