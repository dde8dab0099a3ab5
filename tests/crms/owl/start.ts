import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { ensureInstalled } from '../../tools/plain/dependencies.mjs';
import { listen } from '../../tools/port.ts';
import type { Say } from '../../tools/say.ts';
import { AccessError, ANSWERS, SESSION_INFO, type Params, type Store } from './answers.ts';
import { leadsFrom } from './records.ts';

const here = import.meta.dirname;
const OWL = join(here, 'node_modules/@odoo/owl/dist/owl.iife.js');
const SCRIPT = /^\/(?:page|views|fields|formats|model|server-calls)\.js$/;

/** OWL compiles its templates in the page, and nothing of the page may ask anything of another machine. */
const POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data:";

/** How long the server takes for a record, in milliseconds: long enough for the page to show the one before. */
const RECORD_MS = 150;

/** A page that OWL renders as Odoo's web client does, on a server of ours. */
export interface RunningOwl {
  /** The board. */
  readonly url: string;
  /** A deal's page. */
  readonly deal: (id: number) => string;
  readonly store: Store;
  readonly stop: () => Promise<void>;
}

/** Installs OWL where it is missing, and serves the page and its records on 127.0.0.1. Ends with this process. */
export async function startOwl({
  say,
  today,
}: {
  readonly say: Say;
  readonly today: string;
}): Promise<RunningOwl> {
  await ensureInstalled(here, 'Installing OWL (npm ci, once, under a minute)', { say });
  const store: Store = { today, leads: leadsFrom(today), notes: [] };
  const server = createServer((request, response) => {
    void respond(request, response, store);
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  return {
    url: `${origin}/odoo/crm`,
    deal: (id) => `${origin}/odoo/crm/${id}`,
    store,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  store: Store,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'POST') {
    const { params } = JSON.parse(await text(request)) as { params: Params };
    if (pathname.endsWith('/web_read')) await sleep(RECORD_MS);
    send(response, 'application/json', JSON.stringify(answerTo(pathname, params, store)));
  } else if (pathname === '/owl.js') send(response, 'text/javascript', readFileSync(OWL));
  else if (SCRIPT.test(pathname))
    send(response, 'text/javascript', readFileSync(join(here, 'app', pathname)));
  else if (pathname.startsWith('/odoo/'))
    send(response, 'text/html; charset=utf-8', readFileSync(join(here, 'app/index.html')));
  else response.writeHead(404).end();
}

/** Errors have status 200, as Odoo's have. */
function answerTo(pathname: string, params: Params, store: Store): object {
  const envelope = { jsonrpc: '2.0', id: null };
  if (pathname === '/web/session/get_session_info') return { ...envelope, result: SESSION_INFO };
  const answer = ANSWERS[pathname.replace('/web/dataset/call_kw/', '')];
  if (!answer) return { ...envelope, error: errorOf('builtins.ValueError') };
  try {
    return { ...envelope, result: answer(store, params) };
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    return { ...envelope, error: errorOf('odoo.exceptions.AccessError') };
  }
}

const errorOf = (name: string): object => ({
  code: 200,
  message: 'Odoo Server Error',
  data: { name, debug: '', message: 'No.', arguments: [], context: {} },
});

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
  });
  response.end(body);
}
