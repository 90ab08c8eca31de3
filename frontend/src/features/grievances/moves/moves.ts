import type * as z from 'zod/mini';
import {
  acceptGrievance,
  acknowledgeGrievance,
  answerGrievance,
  askClosingGrievance,
  askGrievance,
  assessGrievance,
  assignGrievance,
  confirmClosingGrievance,
  dismissAppealGrievance,
  dropClosingGrievance,
  escalateGrievance,
  extendGrievance,
  findIneligibleGrievance,
  type Grievance,
  investigateGrievance,
  markDuplicateGrievance,
  proposeGrievance,
  protectGrievance,
  recordAgreementGrievance,
  recordReplyGrievance,
  referGrievance,
  releaseGrievance,
  reopenGrievance,
  resolveGrievance,
  resumeGrievance,
  type StaffGrievance,
  summariseGrievance,
  upholdAppealGrievance,
} from '@/api/generated';
import {
  zAcceptance,
  zAcknowledgement,
  zAnswerInput,
  zAssessment,
  zAssignment,
  zClosingInput,
  zDuplicateInput,
  zEscalation,
  zExtension,
  zIneligibility,
  zNote,
  zProposalInput,
  zQuestionInput,
  zRecordedAgreement,
  zReferralInput,
  zReopening,
  zReplyInput,
  zSummaryInput,
} from '@/api/generated/zod.gen';

export type FieldName =
  | 'asked'
  | 'body'
  | 'category'
  | 'consent'
  | 'due_on'
  | 'duplicate_of'
  | 'elsewhere'
  | 'external_body'
  | 'how'
  | 'message'
  | 'note'
  | 'owner_id'
  | 'passed_on'
  | 'question'
  | 'reason'
  | 'remedy'
  | 'reply'
  | 'sensitivity'
  | 'severity'
  | 'site_id'
  | 'text'
  | 'witness';

/** What a form holds: nothing typed is an empty text, as inputs have it. */
export type Values = Partial<Record<FieldName, string>>;

interface Sending<Body> {
  path: { id: string };
  headers: { 'if-match': string };
  body: Body;
}

export interface Move {
  /** The API's rules for the body. */
  schema: z.ZodMiniType;
  fieldsOf: (record: Grievance) => FieldName[];
  required: FieldName[];
  /** What the case already says in these fields. */
  initial: (record: Grievance) => Values;
  send: (sending: Sending<unknown>) => Promise<{ data: Answer }>;
}

/** Nothing, if the move took the case out of its maker’s reach. */
type Answer = Awaited<ReturnType<typeof protectGrievance>>['data'];

/** The schema has checked the body before it is sent, so its type is known. */
const move = <Body>(
  send: (sending: Sending<Body>) => Promise<{ data: Answer }>,
  schema: z.ZodMiniType<Body>,
  fields: FieldName[],
  {
    optional = [],
    without,
    initial,
  }: {
    optional?: FieldName[];
    without?: (c: StaffGrievance) => FieldName[];
    initial?: (c: StaffGrievance) => Values;
  } = {},
): Move => ({
  schema,
  fieldsOf: (record) => {
    const left = record.audience === 'staff' ? without?.(record) : undefined;
    return fields.filter((field) => !left?.includes(field));
  },
  required: fields.filter((field) => !optional.includes(field)),
  initial: (record) => ({
    ...Object.fromEntries(fields.map((field) => [field, ''])),
    ...(record.audience === 'staff' ? initial?.(record) : undefined),
  }),
  send: send as Move['send'],
});

const takingUp = (send: typeof acceptGrievance | typeof upholdAppealGrievance) =>
  move(
    send as typeof acceptGrievance,
    zAcceptance,
    ['category', 'severity', 'sensitivity', 'site_id', 'owner_id'],
    {
      optional: ['site_id', 'owner_id'],
      initial: ({ category, severity, sensitivity, site, owner }) => ({
        category: category ?? '',
        severity: severity ?? '',
        sensitivity,
        site_id: site?.id ?? '',
        owner_id: owner?.id ?? '',
      }),
    },
  );

/**
 * Every move by its operation, the most pressing first. Whether one may be made now is said by the
 * record's `actions` alone.
 */
export const moves = {
  acknowledge_grievance: move(acknowledgeGrievance, zAcknowledgement, ['message'], {
    optional: ['message'],
  }),
  uphold_appeal_grievance: takingUp(upholdAppealGrievance),
  dismiss_appeal_grievance: move(dismissAppealGrievance, zIneligibility, ['reason', 'elsewhere']),
  confirm_closing_grievance: move(confirmClosingGrievance, zNote, ['note'], { optional: ['note'] }),
  drop_closing_grievance: move(dropClosingGrievance, zNote, ['note'], { optional: ['note'] }),
  accept_grievance: takingUp(acceptGrievance),
  release_grievance: move(releaseGrievance, zNote, ['note'], { optional: ['note'] }),
  escalate_grievance: move(escalateGrievance, zEscalation, ['note', 'external_body'], {
    // The third level is outside of the programme.
    without: ({ escalation_level }) => (escalation_level < 2 ? ['external_body'] : []),
  }),
  answer_grievance: move(answerGrievance, zAnswerInput, ['body']),
  resolve_grievance: move(resolveGrievance, zNote, ['note'], { optional: ['note'] }),
  propose_grievance: move(proposeGrievance, zProposalInput, ['remedy', 'due_on'], {
    optional: ['due_on'],
    initial: ({ proposal }) => ({
      remedy: proposal?.remedy ?? '',
      due_on: proposal?.due_on ?? '',
    }),
  }),
  investigate_grievance: move(investigateGrievance, zNote, ['note'], { optional: ['note'] }),
  resume_grievance: move(resumeGrievance, zNote, ['note'], { optional: ['note'] }),
  ask_grievance: move(askGrievance, zQuestionInput, ['asked', 'question']),
  record_agreement_grievance: move(recordAgreementGrievance, zRecordedAgreement, [
    'witness',
    'how',
  ]),
  summarise_grievance: move(summariseGrievance, zSummaryInput, ['text'], {
    initial: ({ summary }) => ({ text: summary?.text ?? '' }),
  }),
  extend_grievance: move(extendGrievance, zExtension, ['how']),
  assess_grievance: move(assessGrievance, zAssessment, ['severity', 'note'], {
    initial: ({ severity }) => ({ severity: severity ?? '' }),
  }),
  assign_grievance: move(assignGrievance, zAssignment, ['owner_id'], {
    initial: ({ owner }) => ({ owner_id: owner?.id ?? '' }),
  }),
  record_reply_grievance: move(recordReplyGrievance, zReplyInput, ['reply'], {
    initial: ({ referral }) => ({ reply: referral?.reply ?? '' }),
  }),
  reopen_grievance: move(reopenGrievance, zReopening, ['reason']),
  find_ineligible_grievance: move(findIneligibleGrievance, zIneligibility, ['reason', 'elsewhere']),
  refer_grievance: move(referGrievance, zReferralInput, ['external_body', 'passed_on', 'consent']),
  mark_duplicate_grievance: move(markDuplicateGrievance, zDuplicateInput, ['duplicate_of']),
  ask_closing_grievance: move(askClosingGrievance, zClosingInput, ['reason']),
  protect_grievance: move(protectGrievance, zNote, ['note'], { optional: ['note'] }),
} as const satisfies Record<string, Move>;

/** Moves of the committee, which ask for more than a form of fields. */
const committeeMoves = ['declare_interests', 'appoint_committee'] as const;

/** A move whose dialog is a form. */
export type FormMove = keyof typeof moves;

export type MoveName = FormMove | (typeof committeeMoves)[number];

export const isMove = (action: string): action is MoveName =>
  moveNames.includes(action as MoveName);

/** Never the one thing to do next: they stand in for the reporter, or only prepare a move. */
const neverFirst = new Set<MoveName>([
  'record_agreement_grievance',
  'summarise_grievance',
  'extend_grievance',
  'assess_grievance',
  'assign_grievance',
  'ask_grievance',
  'resume_grievance',
  'dismiss_appeal_grievance',
  'drop_closing_grievance',
  'record_reply_grievance',
  'reopen_grievance',
]);

/** What leads off the usual path: one step further away, so that it is done on purpose. */
const asides = new Set<MoveName>([
  'find_ineligible_grievance',
  'refer_grievance',
  'mark_duplicate_grievance',
  'ask_closing_grievance',
  'protect_grievance',
]);

const moveNames: MoveName[] = [...committeeMoves, ...(Object.keys(moves) as FormMove[])];

/** The moves to offer, which of them is the one to make next, and those off the usual path. */
export function movesOf(actions: string[]) {
  const possible = moveNames.filter((name) => actions.includes(name));
  const offered = possible.filter((name) => !asides.has(name));
  // A committee that is there is only appointed anew when somebody has stepped back.
  const proposes = offered.includes('propose_grievance');
  const first = offered.find(
    (name) => !neverFirst.has(name) && !(proposes && name === 'appoint_committee'),
  );
  return { offered, first, aside: possible.filter((name) => asides.has(name)) };
}

/** The API takes a field that was left out, not an empty one. */
export const bodyOf = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
