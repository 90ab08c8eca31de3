import type { PagePublicReceiptKey } from '@/api/generated/public';
import { paths } from '@/paths';

export type PublicReceiptKey = PagePublicReceiptKey['items'][number];

/** What a receipt says of itself; whether it is true, {@link check} tells. */
export interface Proof {
  /** The id of the key that signed it. */
  key: string;
  reference: string;
  /** Seconds since 1970, as they were signed. */
  seconds: string;
  signature: string;
}

export type Verdict = 'genuine' | 'not_genuine' | 'unknown_key';

const purpose = 'maslahat receipt v1';

/** Servers may sign with the key before for a day, until the new one has reached them all. */
const onItsWay = 24 * 60 * 60 * 1000;

/**
 * One text for each proof: no leading zeros, no capitals in the key, and none of the four bits that the last
 * letter of the signature has to spare.
 */
const shape = /^1\.([\da-f]{16})\.([A-Z\d-]{1,32})\.(0|[1-9]\d{0,9})\.([\w-]{85}[AQgw])$/;

/** Reads a proof, or the link that a receipt's code holds, however it was broken into lines. */
export function readProof(text: string): Proof | undefined {
  const whole = text.replace(/\s/g, '').replace(/^.*#/, '');
  const [, key, reference, seconds, signature] = shape.exec(whole) ?? [];
  if (!key || !reference || !seconds || !signature) return undefined;
  return { key, reference, seconds, signature };
}

export const submittedAt = ({ seconds }: Proof) => new Date(Number(seconds) * 1000).toISOString();

/** The page that checks a proof. What is behind `#` stays on the phone. */
export const verifyLink = (proof: string) => `${window.location.origin}${paths.verify}#${proof}`;

/** Whether a key of the programme signed this. Asks nobody. */
export async function check(proof: Proof, keys: PublicReceiptKey[]): Promise<Verdict> {
  const key = keys.find(({ id }) => id === proof.key);
  if (!key) return 'unknown_key';
  const isTooLate = key.until && Number(proof.seconds) * 1000 > Date.parse(key.until) + onItsWay;
  if (isTooLate) return 'not_genuine';
  const { holds } = await import('./signature');
  const lines = [purpose, proof.key, proof.reference, proof.seconds];
  const isSigned = await holds(lines, proof.signature, key.public_key);
  return isSigned ? 'genuine' : 'not_genuine';
}
