import type * as z from 'zod/mini';
import { type FieldMessage, fieldMessage } from '@/api/problem';

type Issue = z.core.$ZodIssue;

const isEmpty = (input: unknown) => input === '' || input === null || input === undefined;

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      // A list with fewer entries than it needs has none at all.
      if (issue.origin === 'array') return 'required';
      if (issue.origin !== 'string') return 'too_small';
      return issue.input === '' ? 'required' : 'too_short';
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'too_large';
    default:
      return isEmpty(issue.input) ? 'required' : 'invalid';
  }
}

/** The first issue of each field as a key of the `errors` catalogue: zod itself speaks no Kyrgyz. */
export function issuesOf(schema: z.ZodMiniType, values: unknown): Record<string, FieldMessage> {
  const result = schema.safeParse(values, { reportInput: true });
  const issues = result.success ? [] : [...result.error.issues].reverse();
  return Object.fromEntries(
    issues.map((issue) => [issue.path.join('.'), fieldMessage(codeOf(issue))]),
  );
}
