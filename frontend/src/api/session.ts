import type { Session } from './generated/public';
import { refreshSession } from './generated/public';

/** Held in memory only: a script that reads the browser's storage finds no token. */
let accessToken: string | undefined;

export const currentToken = () => accessToken;

export const keepSession = (session: Session) => {
  accessToken = session.access_token;
};

export const forgetSession = () => {
  accessToken = undefined;
};

export const requestedByApp = { 'x-requested-with': 'maslahat' } as const;

/**
 * Refresh tokens rotate and a used one ends the whole session, so tabs take turns; a tab that waited
 * for another call of its own takes the token which that call brought.
 */
export function renewToken(rejected?: string): Promise<string> {
  return navigator.locks.request('maslahat-refresh', async () => {
    if (accessToken && accessToken !== rejected) return accessToken;
    const { data } = await refreshSession({ headers: requestedByApp });
    keepSession(data);
    return data.access_token;
  });
}
