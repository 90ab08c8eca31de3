import { zPasswordChange } from '@/api/generated/zod.gen';

export type Strength = 'empty' | 'short' | 'monotonous' | 'fair' | 'good';

const longEnough = 16;
const fewestDifferent = 5;

/**
 * What can be told while the password is typed. Whether it is among the common ones, only the API
 * knows: a list of those would be too much to load.
 */
export function strengthOf(password: string): Strength {
  if (password === '') return 'empty';
  if (!zPasswordChange.shape.new.safeParse(password).success) return 'short';
  if (new Set(password.toLowerCase()).size < fewestDifferent) return 'monotonous';
  return password.length < longEnough ? 'fair' : 'good';
}
