import { verifyAsync } from '@noble/ed25519';

const fromHex = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  );

/** Whether the key signed the lines (Ed25519, RFC 8032): as strict as the server. */
export const holds = (lines: string[], signature: string, publicKey: string) =>
  verifyAsync(
    fromBase64Url(signature),
    new TextEncoder().encode(lines.join('\n')),
    fromHex(publicKey),
    { zip215: false },
  );
