/** Asks the server as Odoo's client does. */
export async function callKw(model, method, args = [], kwargs = {}) {
  const response = await fetch(`/web/dataset/call_kw/${model}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      method: 'call',
      params: { model, method, args, kwargs },
    }),
  });
  const { result, error } = await response.json();
  if (error) throw new Error(error.message);
  return result;
}
