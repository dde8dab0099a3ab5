import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { listen } from '../../tools/port.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing of the page may ask anything of another machine, whatever its code wants to. */
const POLICY = "default-src 'self' 'unsafe-inline' data: blob:";

/** Serves the built CRM from a folder, and the records that it starts with at /seed.json. */
export async function serve(
  folder: string,
  records: object,
  port: number | undefined,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const seed = Buffer.from(JSON.stringify(records));
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    if (path === '/seed.json') send(response, path, seed);
    else void sendFile(response, folder, path);
  });
  const origin = `http://127.0.0.1:${await listen(server, port)}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin, stop };
}

function pathOf(url = '/'): string {
  try {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    return decodeURIComponent(pathname === '/' ? '/index.html' : pathname);
  } catch {
    return '/not-found';
  }
}

async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = normalize(join(folder, path));
  try {
    if (!file.startsWith(folder + sep)) throw new Error('outside the folder');
    send(response, path, await readFile(file));
  } catch {
    response.writeHead(404).end();
  }
}

function send(response: ServerResponse, path: string, body: Buffer): void {
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    // The built files have their hash in their names.
    'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
  });
  response.end(body);
}
