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

/** Those that only cases and the desk's records know; their words are fetched apart. */
const ofCases = [
  'already_accepted',
  'already_answered',
  'already_appealed',
  'already_confirmed',
  'already_declared',
  'already_protected',
  'already_rated',
  'already_released',
  'already_voted',
  'appeal_pending',
  'closing_asked',
  'closing_not_asked',
  'committee_incomplete',
  'highest_level',
  'impact_is_published',
  'import_ended',
  'import_has_errors',
  'import_under_way',
  'no_grant',
  'nobody_to_tell',
  'not_a_member',
  'not_accepted',
  'not_appealed',
  'not_asked',
  'not_at_committee_level',
  'not_extendable',
  'not_released',
  'reporter_not_confirmed',
  'round_is_closed',
  'second_factor_needed',
  'second_person_needed',
  'set_up_not_begun',
  'site_missing',
  'summary_missing',
  'too_early',
  'too_late',
  'too_many_exports',
  'too_many_filters',
  'too_many_imports',
  'too_many_templates',
] as const;

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
  | `case-errors:problem.${(typeof ofCases)[number]}`
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
  const ofCase = ofCases.find((one) => one === code);
  if (ofCase) return `case-errors:problem.${ofCase}`;
  if (status in messagesByStatus) return messagesByStatus[status as keyof typeof messagesByStatus];
  return 'problem.unexpected';
}

const fieldCodes = [
  'active_content',

  'already_nominated',
  'already_there',
  'ambiguous_file',
  'another_kind',
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
const deskCodes = [
  'already_nominated',
  'before_it_was_given',
  'before_start',
  'before_the_nomination',
  'before_the_step_before',
  'both_stand',
  'broken_before_late',
  'by_mandate',
  'conflict_of_interest',
  'consent_taken_back',
  'does_not_fit',
  'itself',
  'itself_a_duplicate',
  'more_than_the_hands',
  'not_a_company',
  'not_a_person',
  'not_a_table',
  'not_at_this_level',
  'not_for_a_show_of_hands',
  'not_of_a_group',

  'not_of_this_kind',
  'not_published',
  'not_validated',
  'not_with_an_account',
  'not_with_anonymous',
  'not_with_birth_year',
  'of_another_place',

  'old_workbook',
  'on_the_protection_track',
  'outside_programme',
  'over_the_budget',
  'repeated',
  'side_missing',
  'taken',
  'too_young',
  'unknown_placeholder',
  'without_consent',
  'wrong_level',
] as const;

export type FieldMessage = `field.${(typeof fieldCodes)[number]}`;
export type Refusal = FieldMessage | `refusals:${(typeof deskCodes)[number]}`;

export const fieldMessage = (code: string): FieldMessage =>
  `field.${fieldCodes.find((one) => one === code) ?? 'invalid'}`;

export const refusal = (code: string): Refusal => {
  const ofDesk = deskCodes.find((one) => one === code);
  return ofDesk ? `refusals:${ofDesk}` : fieldMessage(code);
};

/** `/reporter/contact` in a problem is `reporter.contact` in a form. */
export const formPath = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.');

export const problemFields = (error: unknown): Record<string, Refusal> =>
  Object.fromEntries(
    toApiProblem(error).fields.map(({ pointer, code }) => [formPath(pointer), refusal(code)]),
  );
