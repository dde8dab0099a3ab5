import { createServer, type Server } from 'node:net';
import { PlainError } from './say.ts';

/** Listens on 127.0.0.1 and gives the port; says what to do when a wished-for port is taken. */
export async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port) : (error as Error));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** A port that is free now, for a server that must be told its port; or the given one, if it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, wanted);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function portTaken(port: number): PlainError {
  return new PlainError(
    `Port ${port} on 127.0.0.1 is taken. Leave --port out to use any free one, or name another.`,
  );
}
