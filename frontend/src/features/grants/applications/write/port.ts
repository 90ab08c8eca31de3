import {
  type GrantApplication,
  getGrantApplication,
  updateGrantApplication,
} from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { keptNames, type Port, sendKept } from '@/offline/kept';
import { changeOf, type Draft, draftOf, tidy } from './draft';

/** Somebody else at this device does not send it as their own. */
const prefixOf = (by: string) => `grant-application:${by}:`;

/** Where what somebody writes is kept on this device, and how it gets to the server. */
export const applicationPort = (id: string, by: string): Port<Draft, GrantApplication> => ({
  name: prefixOf(by) + id,
  held: draftOf,
  tidy,
  send: async (draft, base) =>
    (
      await updateGrantApplication({
        path: { id },
        headers: ifMatch(base),
        body: changeOf(draft),
      })
    ).data,
  load: async () => (await getGrantApplication({ path: { id } })).data,
});

/** Sends what this device still keeps of any application. What can't be sent stays for its own page. */
export async function sendApplications(by: string) {
  const prefix = prefixOf(by);
  for (const name of await keptNames(prefix))
    await sendKept(applicationPort(name.slice(prefix.length), by));
}
