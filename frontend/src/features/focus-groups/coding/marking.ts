import type { PassageCode } from '@/api/generated';

/** The API counts characters; a browser counts halves of some of them. */
export const charactersBefore = (text: string, unit: number) => [...text.slice(0, unit)].length;

export interface Marked {
  starts: number;
  ends: number;
  passage: string;
}

/** What is marked in a text, without the spaces around it; nothing if there is nothing else. */
export function markedIn(text: string, from: number, to: number): Marked | undefined {
  const raw = text.slice(from, to);
  const passage = raw.trim();
  if (!passage) return undefined;
  const start = from + raw.indexOf(passage);
  const starts = charactersBefore(text, start);
  return { starts, ends: starts + [...passage].length, passage };
}

export interface Piece {
  text: string;
  /** Where it ends, in characters. */
  ends: number;
  /** The codes that lie over it. */
  codes: PassageCode[];
}

/** A text in pieces, each with the codes that lie over it: passages may lie over one another. */
export function pieces(text: string, codes: PassageCode[]): Piece[] {
  const characters = [...text];
  const bounds = codes.flatMap(({ starts, ends }) => [starts, ends]);
  const cuts = [...new Set([0, ...bounds, characters.length])]
    .filter((cut) => cut >= 0 && cut <= characters.length)
    .sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? characters.length;
    return {
      text: characters.slice(from, to).join(''),
      ends: to,
      codes: codes.filter(({ starts, ends }) => starts <= from && to <= ends),
    };
  });
}
