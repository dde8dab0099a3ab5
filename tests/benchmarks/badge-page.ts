import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A board of Atomic CRM's shape with as many cards as wanted, in a page that does nothing else. */
const page = (cards: number, height: number): string => `<!doctype html>
<html><head><meta charset="utf-8"><title>Board</title><style>
body { margin: 0; font: 14px/20px sans-serif }
.columns { display: flex; gap: 8px }
.column { flex: 1 }
.card { height: ${height}px; overflow: hidden; border: 1px solid #ccc }
.card p { margin: 0 }
</style></head><body><div id="root">
<header class="MuiAppBar-root"><a href="#/contacts">Contacts</a><a href="#/companies">Companies</a><a href="#/deals">Deals</a></header>
<div class="columns">${['opportunity', 'proposal-sent', 'in-negociation', 'won', 'lost']
  .map(
    (stage, column) => `<div class="column"><div><h6>${stage}</h6><h6>$1</h6></div>
<div data-rfd-droppable-id="${stage}">${Array.from({ length: cards / 5 }, (_, index) => {
      const id = column * (cards / 5) + index;
      return `<div class="card" data-rfd-draggable-id="${id}" tabindex="0" role="button"><p class="MuiTypography-body2">Deal number ${id} of many</p><span class="MuiTypography-caption">$${id + 1}.5K, Other</span></div>`;
    }).join('')}</div></div>`,
  )
  .join('')}</div></div></body></html>`;

/** Serves the page: `/500/60` has 500 cards, 60 pixels high. */
export async function serveBoards(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = createServer(({ url = '' }, response) => {
    const [, cards = '', height = ''] = url.split('/');
    response.setHeader('content-type', 'text/html');
    response.end(page(Number(cards), Number(height)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}
