import {
  type FocusGroup,
  getFocusGroup,
  type NotesToWrite,
  writeFocusGroupNotes,
} from '@/api/generated';
import { ifMatch } from '@/api/headers';
import type { Port } from '@/offline/kept';

export const notesPrefix = 'focus-group-notes:';

/** Without quotes that nobody has filled in yet. */
export const toWrite = ({ notes, quotes }: NotesToWrite): NotesToWrite => ({
  notes,
  quotes: quotes
    .filter(({ text }) => text.trim())
    .map(({ text, sex, age_band }) => ({ text: text.trim(), sex, age_band })),
});

/** Where the notes of a group are kept on this device, and how they get to the server. */
export const notesPort = (id: string): Port<NotesToWrite, FocusGroup> => ({
  name: notesPrefix + id,
  held: toWrite,
  tidy: toWrite,
  send: async (value, base) =>
    (await writeFocusGroupNotes({ path: { id }, headers: ifMatch(base), body: toWrite(value) }))
      .data,
  load: async () => (await getFocusGroup({ path: { id } })).data,
});
