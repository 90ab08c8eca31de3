import type * as z from 'zod/mini';
import {
  acceptGrievance,
  acknowledgeGrievance,
  answerGrievance,
  assignGrievance,
  escalateGrievance,
  type Grievance,
  investigateGrievance,
  proposeGrievance,
  recordAgreementGrievance,
  releaseGrievance,
  resolveGrievance,
  type StaffGrievance,
  summariseGrievance,
} from '@/api/generated';
import {
  zAcceptance,
  zAcknowledgement,
  zAnswerInput,
  zAssignment,
  zEscalation,
  zNote,
  zProposalInput,
  zRecordedAgreement,
  zSummaryInput,
} from '@/api/generated/zod.gen';

export type FieldName =
  | 'body'
  | 'category'
  | 'due_on'
  | 'how'
  | 'message'
  | 'note'
  | 'owner_id'
  | 'remedy'
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
  fields: FieldName[];
  required: FieldName[];
  /** What the case already says in these fields. */
  initial: (record: Grievance) => Values;
  send: (sending: Sending<unknown>) => Promise<{ data: Grievance }>;
}

/** The schema has checked the body before it is sent, so its type is known. */
const move = <Body>(
  send: (sending: Sending<Body>) => Promise<{ data: Grievance }>,
  schema: z.ZodMiniType<Body>,
  fields: FieldName[],
  {
    optional = [],
    initial,
  }: { optional?: FieldName[]; initial?: (c: StaffGrievance) => Values } = {},
): Move => ({
  schema,
  fields,
  required: fields.filter((field) => !optional.includes(field)),
  initial: (record) => ({
    ...Object.fromEntries(fields.map((field) => [field, ''])),
    ...(record.audience === 'staff' ? initial?.(record) : undefined),
  }),
  send: send as Move['send'],
});

/**
 * Every move by its operation, the most pressing first. Whether one may be made now is said by the
 * record's `actions` alone.
 */
export const moves = {
  acknowledge_grievance: move(acknowledgeGrievance, zAcknowledgement, ['message'], {
    optional: ['message'],
  }),
  accept_grievance: move(
    acceptGrievance,
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
  ),
  release_grievance: move(releaseGrievance, zNote, ['note'], { optional: ['note'] }),
  escalate_grievance: move(escalateGrievance, zEscalation, ['note']),
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
  record_agreement_grievance: move(recordAgreementGrievance, zRecordedAgreement, [
    'witness',
    'how',
  ]),
  summarise_grievance: move(summariseGrievance, zSummaryInput, ['text'], {
    initial: ({ summary }) => ({ text: summary?.text ?? '' }),
  }),
  assign_grievance: move(assignGrievance, zAssignment, ['owner_id'], {
    initial: ({ owner }) => ({ owner_id: owner?.id ?? '' }),
  }),
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

/** Never the one thing to do next: they stand in for the reporter, or only prepare a move. */
const neverFirst = new Set<MoveName>([
  'record_agreement_grievance',
  'summarise_grievance',
  'assign_grievance',
]);

const moveNames = Object.keys(moves) as MoveName[];

/** The moves to offer, and which of them is the one to make next. */
export function movesOf(actions: string[]) {
  const offered = moveNames.filter((name) => actions.includes(name));
  const first = offered.find((name) => !neverFirst.has(name));
  return { offered, first };
}

/** The API takes a field that was left out, not an empty one. */
export const bodyOf = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
