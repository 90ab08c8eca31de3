import * as z from 'zod/mini';
import type {
  Currency,
  GrantApplicantKind,
  GrantCall,
  GrantCallChange,
  GrantCriterion,
  GrantQuestion,
  GrantQuestionKind,
  GrantQuestionStage,
  Names,
  NewGrantCall,
  Texts,
} from '@/api/generated';
import { zGrantCallChange, zNewGrantCall } from '@/api/generated/zod.gen';
import { toInstant, toLocal } from '@/features/focus-groups/bishkek';

export interface QuestionValues {
  /** Keeps a question apart from its neighbours while they are moved about. */
  key: string;
  stage: GrantQuestionStage;
  kind: GrantQuestionKind;
  prompt: Texts;
  help: Texts;
  required: boolean;
  expected: 'yes' | 'no';
  options: Names[];
  max_length: number | null;
  least: number | null;
  most: number | null;
}

export interface CriterionValues {
  key: string;
  name: Names;
  help: Texts;
  weight: number | null;
}

export interface CallValues extends Record<string, unknown> {
  programme_id: string;
  title: Names;
  purpose: Texts;
  currency: Currency;
  budget: number | null;
  ceiling: number | null;
  /** Bishkek's day and time: `2026-06-15T10:00`. */
  opens_at: string;
  closes_at: string;
  applicants: GrantApplicantKind[];
  place_ids: string[];
  questions: QuestionValues[];
  criteria: CriterionValues[];
}

export const noWords = { ky: '', ru: '', en: '' };

export const noQuestion = (stage: GrantQuestionStage): QuestionValues => ({
  key: crypto.randomUUID(),
  stage,
  kind: stage === 'eligibility' ? 'yes_no' : 'text',
  prompt: noWords,
  help: noWords,
  required: true,
  expected: 'yes',
  options: [noWords, noWords],
  max_length: null,
  least: null,
  most: null,
});

export const noCriterion = (): CriterionValues => ({
  key: crypto.randomUUID(),
  name: noWords,
  help: noWords,
  weight: null,
});

export const noCall = (programme_id: string): CallValues => ({
  programme_id,
  title: noWords,
  purpose: noWords,
  currency: 'KGS',
  budget: null,
  ceiling: null,
  opens_at: 'T09:00',
  closes_at: 'T18:00',
  applicants: ['community_group'],
  place_ids: [],
  questions: [],
  criteria: [noCriterion()],
});

const questionValues = (question: GrantQuestion): QuestionValues => ({
  ...noQuestion(question.stage),
  key: question.id,
  kind: question.kind,
  prompt: question.prompt,
  help: question.help ?? noWords,
  required: question.required,
  expected: question.expected === false ? 'no' : 'yes',
  options: question.options ?? [noWords, noWords],
  max_length: question.max_length ?? null,
  least: question.least ?? null,
  most: question.most ?? null,
});

const criterionValues = ({ id, name, help, weight }: GrantCriterion): CriterionValues => ({
  key: id,
  name,
  help: help ?? noWords,
  weight,
});

export const callValues = (call: GrantCall): CallValues => ({
  programme_id: call.programme_id,
  title: call.title,
  purpose: call.purpose,
  currency: call.currency,
  budget: call.budget,
  ceiling: call.ceiling,
  opens_at: toLocal(call.opens_at),
  closes_at: toLocal(call.closes_at),
  applicants: call.applicants,
  place_ids: call.places.map(({ id }) => id),
  questions: call.questions.map(questionValues),
  criteria: call.criteria.map(criterionValues),
});

export const hasWords = (texts: Texts) => Object.values(texts).some((text) => text.trim());

/** Help in no language is none; in one of them it is asked for in the others too. */
const helpOf = (help: Texts) => (hasWords(help) ? help : null);

/** What does not belong to its kind is not meant, whatever was typed before the kind was changed. */
function questionBody(question: QuestionValues) {
  const { stage, kind, prompt, required, expected, options, max_length, least, most } = question;
  const asks = stage === 'eligibility';
  return {
    stage,
    kind,
    prompt,
    help: helpOf(question.help),
    required: asks || required,
    expected: asks ? expected === 'yes' : null,
    options: kind === 'choice' ? options : null,
    max_length: kind === 'text' ? max_length : null,
    least: kind === 'number' ? least : null,
    most: kind === 'number' ? most : null,
  };
}

const criterionBody = ({ name, help, weight }: CriterionValues) => ({
  name,
  help: helpOf(help),
  weight,
});

const changeBody = ({
  opens_at,
  closes_at,
  questions,
  criteria,
  ...rest
}: Partial<CallValues>) => ({
  ...rest,
  ...(opens_at !== undefined && { opens_at: toInstant(opens_at) }),
  ...(closes_at !== undefined && { closes_at: toInstant(closes_at) }),
  ...(questions !== undefined && { questions: questions.map(questionBody) }),
  ...(criteria !== undefined && { criteria: criteria.map(criterionBody) }),
});

type NewBody = z.input<typeof zNewGrantCall>;
type ChangeBody = z.input<typeof zGrantCallChange>;

/** The rules read numbers of 64 bits, of which JSON knows nothing. What they let through fits into usual ones. */
const numbered = <Body>(checked: unknown): Body =>
  JSON.parse(
    JSON.stringify(checked, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
  );

/** The API's rules, of the form's own values. */
export const zCallValues = z.pipe(
  z.pipe(
    z.transform((values) => changeBody(values as CallValues) as NewBody),
    zNewGrantCall,
  ),
  z.transform((checked) => numbered<NewGrantCall>(checked)),
);

export const zCallChange = z.pipe(
  z.pipe(
    z.transform((values) => changeBody(values as Partial<CallValues>) as ChangeBody),
    zGrantCallChange,
  ),
  z.transform((checked) => numbered<GrantCallChange>(checked)),
);
