import { existsSync } from 'node:fs';
import { aptInstall, canAptInstall } from '../../tools/apt.ts';
import { LeftOut } from '../../tools/left-out.ts';
import type { StartOptions } from '../crm.ts';

const PACKAGES = [
  'tryton-server',
  'tryton-modules-sale-opportunity',
  'tryton-sao',
  'tryton-proteus',
];

/** Where Debian puts what is needed: the server, its opportunities, its web client, its scripting. */
const NEEDED = [
  '/usr/bin/trytond',
  '/usr/bin/trytond-admin',
  '/usr/lib/python3/dist-packages/trytond/modules/sale_opportunity',
  '/usr/lib/python3/dist-packages/proteus',
  '/usr/share/tryton-sao/www/index.html',
];

/** Makes sure that Tryton is installed. Throws `LeftOut` where it cannot be. */
export async function ensurePackages({ say, signal }: StartOptions): Promise<void> {
  if (isInstalled()) return;
  if (!canAptInstall()) {
    throw new LeftOut(
      `Tryton is left out: its Debian packages are not installed, and installing them takes Debian and root (apt-get install ${PACKAGES.join(' ')}).`,
    );
  }
  try {
    await aptInstall(PACKAGES, 'Installing Tryton (apt, once, 47 MB)', { say, signal });
  } catch (error) {
    throw new LeftOut(`Tryton is left out: ${(error as Error).message}`, { cause: error });
  }
  if (!isInstalled()) {
    throw new LeftOut(
      'Tryton is left out: this Debian has another Tryton than the one known here.',
    );
  }
}

function isInstalled(): boolean {
  return NEEDED.every((path) => existsSync(path));
}
