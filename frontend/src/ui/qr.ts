import encodeQR from 'qr';
import type { QrModules } from './QrDrawing';

/** The dark runs of a row, each a rectangle. */
const rowPath = (row: boolean[], y: number) =>
  row
    .flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
    .map((x) => {
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return `M${x} ${y}h${length}v1h-${length}z`;
    })
    .join('');

/** The library draws one at least; the whole one is drawn with the code. */
const border = 1;
const withoutBorder = <T>(list: T[]) => list.slice(border, -border);

/** A QR code (ISO/IEC 18004) that survives a crease: 15 % of it may be unreadable. */
export function encode(text: string): QrModules {
  const rows = withoutBorder(encodeQR(text, 'raw', { ecc: 'medium', border })).map(withoutBorder);
  return { size: rows.length, path: rows.map(rowPath).join('') };
}
