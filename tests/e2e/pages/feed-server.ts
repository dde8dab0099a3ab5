import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { listen } from '../../tools/port.ts';

/** A small static server, as an intranet has one: one file with its ETag. */
export interface FeedServer {
  /** The file's address. */
  readonly url: string;
  /** What it answers from now on: a file, or a status alone. */
  readonly serve: (file: string | number) => void;
  /** The statuses that it answered, in their order. */
  readonly answers: readonly number[];
  /** The headers of the requests, in their order. */
  readonly asked: readonly IncomingHttpHeaders[];
  /** Takes no more requests, as a server that is down. */
  readonly stop: () => Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startFeedServer(): Promise<FeedServer> {
  const answers: number[] = [];
  const asked: IncomingHttpHeaders[] = [];
  let [now, etag] = ['' as string | number, 0];
  const server: Server = createServer((request, response) => {
    asked.push(request.headers);
    const tag = `"${etag}"`;
    const same = request.headers['if-none-match'] === tag;
    const status = typeof now === 'number' ? now : same ? 304 : 200;
    answers.push(status);
    response.writeHead(status, { 'content-type': 'application/json', etag: tag });
    response.end(status === 200 ? now : undefined);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/playbook.signed.json`,
    serve: (file) => {
      now = file;
      etag += 1;
    },
    answers,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
