import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';

/** What the search for a browser needs to know of a machine; a test gives one of its own. */
export interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** The names in a folder; none if there is no such folder. */
  readonly list: (folder: string) => readonly string[];
}

/** The machine that this runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  home: homedir(),
  env: process.env,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

/** Whether a window can be shown. Without one, a browser runs headless. */
export function hasDisplay(machine: Machine = thisMachine): boolean {
  if (machine.platform !== 'linux') return true;
  return Boolean(machine.env.DISPLAY ?? machine.env.WAYLAND_DISPLAY);
}
