import i18next from 'i18next';
import type caseErrors from '@/i18n/en/case-errors.json';
import type refusals from '@/i18n/en/refusals.json';
import type { FieldError, Problem } from './generated';

/** What went wrong, in the API's own terms; `status` 0 means that the API was never reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldError[];
  readonly requestId?: string;

  constructor(problem: Partial<Problem> & Pick<Problem, 'status' | 'code'>) {
    super(problem.title ?? problem.code);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.fields = problem.fields ?? [];
    this.requestId = problem.request_id;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'status' in body && 'code' in body;

export function toApiProblem(body: unknown, response?: Response): ApiProblem {
  if (body instanceof ApiProblem) return body;
  if (isProblem(body)) return new ApiProblem(body);
  if (!response) return new ApiProblem({ status: 0, code: 'unreachable' });
  return new ApiProblem({ status: response.status, code: 'unexpected' });
}

/** Codes that have words of their own. */
const general = [
  'case_ended',
  'in_flight',
  'move_not_possible_from_here',
  'too_many_files',
  'unsupported_media_type',
] as const;

/** Of these, what reporters and those at the desk's door meet: their words are fetched when they are first needed. */
const beforeTheDesk = [
  'already_appealed',
  'already_confirmed',
  'already_rated',
  'appeal_pending',
  'closing_asked',
  'closing_not_asked',
  'not_accepted',
  'not_appealed',
  'not_asked',
  'second_factor_needed',
  'set_up_not_begun',
  'too_early',
  'too_late',
];

/** What cases and the desk's records are refused for has words apart from the others; the desk has them all. */
const isOfCases = (code: string): code is keyof typeof caseErrors.problem =>
  beforeTheDesk.includes(code) || i18next.exists(`case-errors:problem.${code}`);

const messagesByStatus = {
  0: 'problem.unreachable',
  401: 'problem.signed_out',
  403: 'problem.forbidden',
  404: 'problem.not_found',
  409: 'problem.conflict',
  412: 'problem.stale',
  413: 'problem.too_large',
  422: 'problem.invalid',
  429: 'problem.too_many',
} as const;

export type ProblemMessage =
  | `problem.${(typeof general)[number]}`
  | `case-errors:problem.${keyof typeof caseErrors.problem}`
  | (typeof messagesByStatus)[keyof typeof messagesByStatus]
  | 'problem.bad_credentials'
  | 'problem.sign_in_over'
  | 'problem.unknown_code'
  | 'problem.unknown_invitation'
  | 'problem.wrong_codes'
  | 'problem.unexpected';

/** The one place where an API problem becomes a key of the `errors` catalogue. */
export function problemMessage(error: unknown): ProblemMessage {
  const { code, status } = toApiProblem(error);
  const known = general.find((one) => one === code);
  if (known) return `problem.${known}`;
  if (isOfCases(code)) return `case-errors:problem.${code}`;
  if (status in messagesByStatus) return messagesByStatus[status as keyof typeof messagesByStatus];
  return 'problem.unexpected';
}

const fieldCodes = [
  'active_content',
  'ambiguous_file',
  'archive_bomb',
  'duplicate',
  'empty',
  'encrypted_document',
  'image_too_large',
  'in_the_future',
  'incomplete',
  'invalid',
  'not_with_anonymous',
  'outside_programme',
  'required',
  'too_early',
  'too_large',
  'too_long',
  'too_short',
  'too_small',
  'unknown',
  'unreadable_document',
  'unreadable_image',
  'weak_password',
  'wrong_code',
  'wrong_password',
] as const;

/** What only the desk is refused for: its words come with the desk's. */
const isOfDesk = (code: string): code is keyof typeof refusals =>
  i18next.exists(`refusals:${code}`);

export type FieldMessage = `field.${(typeof fieldCodes)[number]}`;
export type Refusal = FieldMessage | `refusals:${keyof typeof refusals}`;

export const fieldMessage = (code: string): FieldMessage =>
  `field.${fieldCodes.find((one) => one === code) ?? 'invalid'}`;

export const refusal = (code: string): Refusal =>
  isOfDesk(code) ? `refusals:${code}` : fieldMessage(code);

/** `/reporter/contact` in a problem is `reporter.contact` in a form. */
export const formPath = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.');

export const problemFields = (error: unknown): Record<string, Refusal> =>
  Object.fromEntries(
    toApiProblem(error).fields.map(({ pointer, code }) => [formPath(pointer), refusal(code)]),
  );
