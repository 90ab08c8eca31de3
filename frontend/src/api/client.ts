import type { Client } from './generated/client';
import { toApiProblem } from './problem';
import { currentToken, renewToken } from './session';

const bearer = (request: Request) => request.headers.get('Authorization')?.replace('Bearer ', '');

/** An access token lives for minutes: when the API turns ours down, renew it and ask once more. */
export async function fetchRenewing(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  const token = bearer(request);
  if (response.status !== 401 || !token || token !== currentToken()) return response;
  again.headers.set('Authorization', `Bearer ${await renewToken(token)}`);
  return fetch(again);
}

export function configureClient(client: Client) {
  client.setConfig({
    baseUrl: window.location.origin,
    auth: () => currentToken() ?? renewToken(),
    fetch: (input) => fetchRenewing(input as Request),
  });
  client.interceptors.error.use((body, response) => toApiProblem(body, response));
}
