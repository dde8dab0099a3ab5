import { freePort } from '../../tools/port.ts';
import type { RunningCrm, StartOptions } from '../crm.ts';
import { localToday, seedDeals } from '../seed.ts';
import { freshRun } from './database.ts';
import { ensurePackages } from './packages.ts';
import { runServer } from './server.ts';
import { DATABASE, USERS } from './users.ts';

/**
 * Starts a Tryton server with the seeded deals on 127.0.0.1, each time on a fresh copy of the
 * database. It ends with this process. Throws `LeftOut` where it cannot be installed.
 */
export async function startTryton(options: StartOptions): Promise<RunningCrm> {
  await ensurePackages(options);
  const today = options.today ?? localToday();
  const port = await freePort(options.port);
  const run = await freshRun(port, today, options);
  const stop = await runServer(run, port, options);
  const list = `http://127.0.0.1:${port}/#${DATABASE}/model/sale.opportunity`;
  // An empty database numbers its records from 1, in the order in which they were made.
  const page = (index: number): string => `${list}/${index + 1}`;
  const [owner] = USERS;
  return {
    url: list,
    deal: page(0),
    deals: new Map(seedDeals(today).map((deal, index) => [deal.key, page(index)])),
    login: owner?.login ?? '',
    password: owner?.password ?? '',
    logins: USERS,
    stop,
  };
}
