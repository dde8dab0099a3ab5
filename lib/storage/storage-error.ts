/**
 * Why something could not be kept or read: the disk is full, the browser refuses a database (a private
 * window), another tab holds an older version, bringing the data over failed, or the data are no data of ours.
 */
export type Fault = 'full' | 'refused' | 'blocked' | 'migration' | 'invalid';

export type Kept = { readonly ok: true } | { readonly ok: false; readonly fault: Fault };

/** An error whose fault is already known. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly fault: Fault;
  constructor(fault: Fault, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
  }
}
