import type { GrantQuestion } from '@/api/generated';

/** What was said to each question of eligibility, by its id. */
export type Said = Readonly<Record<string, boolean>>;

export const ofEligibility = (questions: readonly GrantQuestion[]) =>
  questions.filter(({ stage }) => stage === 'eligibility');

/** One answer that nobody can apply with is enough; without any question anybody can. */
export function stands(questions: readonly GrantQuestion[], said: Said) {
  const asked = ofEligibility(questions);
  if (asked.some(({ id, expected }) => said[id] === !expected)) return 'not_met';
  return asked.every(({ id }) => said[id] !== undefined) ? 'met' : 'open';
}
