import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { encode } from './qr';

const quietZone = 4;
const scale = 4;

/** Draws the path as a browser would, and returns the picture. */
function picture({ size, path }: ReturnType<typeof encode>) {
  const side = (size + 2 * quietZone) * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    const [left, top, width] = [x, y, length].map((each) => Number(each) * scale);
    const offset = quietZone * scale;
    for (let row = (top ?? 0) + offset; row < (top ?? 0) + offset + scale; row += 1) {
      for (
        let column = (left ?? 0) + offset;
        column < (left ?? 0) + offset + (width ?? 0);
        column += 1
      ) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

test.each(['https://maslahat.example.org/verify#1.abc', 'Кайрылуу', 'x'.repeat(300)])(
  'a reader reads what was encoded: %s',
  (text) => {
    expect(decodeQR(picture(encode(text)))).toBe(text);
  },
);

test('the code of a receipt stays small enough for a cheap phone', () => {
  expect(encode('x'.repeat(180)).size).toBeLessThanOrEqual(53);
});
