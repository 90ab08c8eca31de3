import type { QrModules } from '@/ui/QrDrawing';

const quietZone = 4;
const scale = 4;

/** A code as a browser would draw it, for a reader to read. */
export function qrPicture({ size, path }: QrModules) {
  const side = (size + 2 * quietZone) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const fill = (left: number, top: number, width: number) => {
    for (let row = top; row < top + scale; row += 1) {
      for (let column = left; column < left + width; column += 1) {
        const pixel = (row * side + column) * 4;
        data.fill(0, pixel, pixel + 3);
      }
    }
  };
  for (const [, ...run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    const [x = 0, y = 0, length = 0] = run.map(Number);
    fill((x + quietZone) * scale, (y + quietZone) * scale, length * scale);
  }
  return { width: side, height: side, data };
}
