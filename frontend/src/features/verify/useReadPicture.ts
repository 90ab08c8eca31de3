import { useState } from 'react';

/** Reads the code in a picture; `accept` says whether it is one that is looked for. */
export function useReadPicture(accept: (text: string) => boolean) {
  const [reading, setReading] = useState(false);
  const [unread, setUnread] = useState(false);
  const look = async ([picture]: File[]) => {
    if (!picture) return;
    setReading(true);
    const { readPicture } = await import('./readPicture');
    const text = await readPicture(picture);
    setReading(false);
    setUnread(!text || !accept(text));
  };
  return { reading, unread, look };
}
