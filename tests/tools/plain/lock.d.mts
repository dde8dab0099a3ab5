/** Does `work` while no other process on this machine does the work of the same lock file. */
export function withLock<T>(file: string, work: () => Promise<T>): Promise<T>;
