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

const messages = {
  already_accepted: 'case-errors:problem.already_accepted',
  already_answered: 'case-errors:problem.already_answered',
  already_appealed: 'case-errors:problem.already_appealed',
  already_confirmed: 'case-errors:problem.already_confirmed',
  already_protected: 'case-errors:problem.already_protected',
  already_rated: 'case-errors:problem.already_rated',
  already_released: 'case-errors:problem.already_released',
  appeal_pending: 'case-errors:problem.appeal_pending',
  case_ended: 'problem.case_ended',
  not_at_committee_level: 'case-errors:problem.not_at_committee_level',
  not_a_member: 'case-errors:problem.not_a_member',
  committee_incomplete: 'case-errors:problem.committee_incomplete',
  already_declared: 'case-errors:problem.already_declared',
  closing_asked: 'case-errors:problem.closing_asked',
  closing_not_asked: 'case-errors:problem.closing_not_asked',
  highest_level: 'case-errors:problem.highest_level',
  in_flight: 'problem.in_flight',
  move_not_possible_from_here: 'problem.move_not_possible_from_here',
  no_grant: 'case-errors:problem.no_grant',
  nobody_to_tell: 'case-errors:problem.nobody_to_tell',
  not_accepted: 'case-errors:problem.not_accepted',
  not_appealed: 'case-errors:problem.not_appealed',
  not_asked: 'case-errors:problem.not_asked',
  not_extendable: 'case-errors:problem.not_extendable',
  not_released: 'case-errors:problem.not_released',
  reporter_not_confirmed: 'case-errors:problem.reporter_not_confirmed',
  second_factor_needed: 'case-errors:problem.second_factor_needed',
  second_person_needed: 'case-errors:problem.second_person_needed',
  set_up_not_begun: 'case-errors:problem.set_up_not_begun',
  site_missing: 'case-errors:problem.site_missing',
  summary_missing: 'case-errors:problem.summary_missing',
  too_early: 'case-errors:problem.too_early',
  too_late: 'case-errors:problem.too_late',
  too_many_exports: 'case-errors:problem.too_many_exports',
  too_many_files: 'problem.too_many_files',
  too_many_filters: 'case-errors:problem.too_many_filters',
  too_many_templates: 'case-errors:problem.too_many_templates',
  unsupported_media_type: 'problem.unsupported_media_type',
} as const;

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
  | (typeof messages)[keyof typeof messages]
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
  if (code in messages) return messages[code as keyof typeof messages];
  if (status in messagesByStatus) return messagesByStatus[status as keyof typeof messagesByStatus];
  return 'problem.unexpected';
}

const fieldMessages = {
  active_content: 'field.active_content',
  ambiguous_file: 'field.ambiguous_file',
  archive_bomb: 'field.archive_bomb',
  before_start: 'field.before_start',
  duplicate: 'field.duplicate',
  encrypted_document: 'field.encrypted_document',
  image_too_large: 'field.image_too_large',
  in_the_future: 'field.in_the_future',
  invalid: 'field.invalid',
  conflict_of_interest: 'field.conflict_of_interest',
  side_missing: 'field.side_missing',
  not_at_this_level: 'field.not_at_this_level',
  itself: 'field.itself',
  itself_a_duplicate: 'field.itself_a_duplicate',
  not_a_company: 'field.not_a_company',
  not_with_anonymous: 'field.not_with_anonymous',
  outside_programme: 'field.outside_programme',
  required: 'field.required',
  taken: 'field.taken',
  too_large: 'field.too_large',
  too_long: 'field.too_long',
  too_short: 'field.too_short',
  too_small: 'field.too_small',
  unknown: 'field.unknown',
  unknown_placeholder: 'field.unknown_placeholder',
  unreadable_document: 'field.unreadable_document',
  unreadable_image: 'field.unreadable_image',
  weak_password: 'field.weak_password',
  wrong_code: 'field.wrong_code',
  wrong_level: 'field.wrong_level',
  wrong_password: 'field.wrong_password',
} as const;

export type FieldMessage = (typeof fieldMessages)[keyof typeof fieldMessages];

export const fieldMessage = (code: string): FieldMessage =>
  fieldMessages[code as keyof typeof fieldMessages] ?? fieldMessages.invalid;

/** `/reporter/contact` in a problem is `reporter.contact` in a form. */
export const formPath = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.');

export const problemFields = (error: unknown): Record<string, FieldMessage> =>
  Object.fromEntries(
    toApiProblem(error).fields.map(({ pointer, code }) => [formPath(pointer), fieldMessage(code)]),
  );
