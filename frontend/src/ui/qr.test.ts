import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPicture } from '@/testing/qrPicture';
import { encode } from './qr';

test.each(['https://maslahat.example.org/verify#1.abc', 'Кайрылуу', 'x'.repeat(300)])(
  'a reader reads what was encoded: %s',
  (text) => {
    expect(decodeQR(qrPicture(encode(text)))).toBe(text);
  },
);

test('the code of a receipt stays small enough for a cheap phone', () => {
  expect(encode('x'.repeat(180)).size).toBeLessThanOrEqual(53);
});
