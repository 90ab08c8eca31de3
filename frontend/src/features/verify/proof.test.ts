import { getPublicKeyAsync, signAsync } from '@noble/ed25519';
import { expect, test } from 'vitest';
import example from './example.json';
import { check, type PublicReceiptKey, readProof, submittedAt, verifyLink } from './proof';

const { key, proof: text } = example;
const second = 1000;
const day = 24 * 60 * 60 * second;

const verdict = async (changed: string, keys: PublicReceiptKey[] = [key]) => {
  const proof = readProof(changed);
  return proof ? check(proof, keys) : 'unreadable';
};

const parts = (proof: string) => proof.split('.') as [string, string, string, string, string];

test('what the server signed is genuine, and says what it says', async () => {
  const proof = readProof(text);
  expect(proof?.reference).toBe(example.reference);
  expect(proof && submittedAt(proof)).toBe('2026-11-23T19:30:00.000Z');
  expect(await verdict(text)).toBe('genuine');
});

test('a link, or lines that a messenger broke, are read as well', async () => {
  expect(verifyLink(text)).toBe(`http://localhost:3000/verify#${text}`);
  expect(await verdict(verifyLink(text))).toBe('genuine');
  expect(await verdict(` ${text.slice(0, 50)}\n${text.slice(50)} \n`)).toBe('genuine');
  for (const other of ['', 'Кайрылуу', '4821903377150264', text.slice(0, -1), `${text}.`]) {
    expect(readProof(other)).toBeUndefined();
  }
});

test('a proof with any one bit flipped is not genuine', async () => {
  const bytes = new TextEncoder().encode(text);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Uint8Array.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const changed = String.fromCharCode(...flipped);
    // Spaces and lines count for nothing: a flip into one takes a letter out.
    expect(await verdict(changed), changed).not.toBe('genuine');
  }
});

async function signed(
  seed: number,
  purpose: string,
  [, , reference, seconds]: string[],
  id: string,
) {
  const message = new TextEncoder().encode([purpose, id, reference, seconds].join('\n'));
  const signature = await signAsync(message, new Uint8Array(32).fill(seed));
  const letters = btoa(String.fromCharCode(...signature))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
  return `1.${id}.${reference}.${seconds}.${letters.replace(/=+$/, '')}`;
}

test('fields of another genuine receipt make no third', async () => {
  const other = ['1', key.id, 'MSL-2026-999999', '1795460000'];
  const second = await signed(7, 'maslahat receipt v1', other, key.id);
  expect(await verdict(second)).toBe('genuine');
  for (const field of [2, 3, 4]) {
    const mixed = parts(text).map((part, index) => (index === field ? parts(second)[index] : part));
    expect(await verdict(mixed.join('.')), `field ${field}`).toBe('not_genuine');
  }
});

test('another key, or a signature for something else, is told apart', async () => {
  const forged = await signed(8, 'maslahat receipt v1', parts(text), key.id);
  expect(await verdict(forged)).toBe('not_genuine');
  const elsewhere = await signed(7, 'maslahat audit checkpoint v1', parts(text), key.id);
  expect(await verdict(elsewhere)).toBe('not_genuine');
  const stranger = await signed(8, 'maslahat receipt v1', parts(text), '0123456789abcdef');
  expect(await verdict(stranger)).toBe('unknown_key');
  expect(await verdict(text, [])).toBe('unknown_key');
});

test('a key that signs no more vouches for its own time only', async () => {
  const submitted = Date.parse(example.submitted_at);
  const until = (moment: number) => [{ ...key, until: new Date(moment).toISOString() }];
  expect(await verdict(text, until(submitted + second))).toBe('genuine');
  expect(await verdict(text, until(submitted - day))).toBe('genuine');
  expect(await verdict(text, until(submitted - day - second))).toBe('not_genuine');
});

test('the example key is that of the example seed', async () => {
  const bytes = await getPublicKeyAsync(new Uint8Array(32).fill(7));
  expect(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(
    key.public_key,
  );
});
