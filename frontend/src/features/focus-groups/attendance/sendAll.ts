import { keptNames, sendKept } from '@/offline/kept';
import { notesPort, notesPrefix } from '../notes/port';
import { attendancePort, attendancePrefix } from './port';

const send = async (prefix: string, port: (id: string) => Promise<unknown>) => {
  for (const name of await keptNames(prefix)) await port(name.slice(prefix.length));
};

/** Sends what this device still keeps of any group, whichever page is open. What can't be sent stays for its own page. */
export async function sendAllKept() {
  await send(attendancePrefix, (id) => sendKept(attendancePort(id)));
  await send(notesPrefix, (id) => sendKept(notesPort(id)));
}
