interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly optional?: boolean }>
  >;
}

/** Whether a folder's node_modules holds what its package-lock.json asks for. */
export function isInstalled(folder: string): boolean;

/** Whether every package of the lock file is there in that version; optional ones may be missing. */
export function hasAll(wanted: Lock, installed: Lock): boolean;

/** Installs what a folder's package-lock.json asks for, unless it is there already. */
export function ensureInstalled(
  folder: string,
  title: string,
  options?: { readonly say?: (line: string) => void; readonly signal?: AbortSignal | undefined },
): Promise<void>;
