import type {
  GrantAnswer,
  GrantApplication,
  GrantApplicationChange,
  GrantBudgetLine,
  GrantFollowUp,
  GrantPartner,
  GrantTeamMember,
} from '@/api/generated';

/** All that an applicant writes, as it stands in the form. */
export interface Draft {
  applicant_name: string;
  title: string;
  summary: string;
  place_id: string;
  youth_led: boolean;
  women_led: boolean;
  lines: GrantBudgetLine[];
  team: GrantTeamMember[];
  partners: GrantPartner[];
  follow_ups: GrantFollowUp[];
  answers: GrantAnswer[];
}

export const noAnswer = (question_id: string): GrantAnswer => ({
  question_id,
  text: null,
  number: null,
  yes: null,
  attachment_id: null,
});

const answerOf = ({ question_id, text, number, yes, attachment_id }: GrantAnswer): GrantAnswer => ({
  question_id,
  text: text?.trim() || null,
  number: number ?? null,
  yes: yes ?? null,
  attachment_id: attachment_id ?? null,
});

export const saysNothing = ({ text, number, yes, attachment_id }: GrantAnswer) =>
  !text?.trim() && (number ?? yes ?? attachment_id ?? null) === null;

const byQuestion = (one: GrantAnswer, other: GrantAnswer) =>
  one.question_id < other.question_id ? -1 : 1;

/** As the server keeps it: without spaces around words, and without what says nothing. */
export const tidy = (draft: Draft): Draft => ({
  applicant_name: draft.applicant_name.trim(),
  title: draft.title.trim(),
  summary: draft.summary.trim(),
  place_id: draft.place_id,
  youth_led: draft.youth_led,
  women_led: draft.women_led,
  lines: draft.lines.map(({ what, unit, quantity, unit_amount, asked, own }) => ({
    what: what.trim(),
    unit: unit.trim(),
    quantity,
    unit_amount,
    asked,
    own,
  })),
  team: draft.team
    .map(({ name, task }) => ({ name: name.trim(), task: task.trim() }))
    .filter(({ name }) => name),
  partners: draft.partners
    .map(({ name, help }) => ({ name: name.trim(), help: help.trim() }))
    .filter(({ name }) => name),
  follow_ups: draft.follow_ups.map(({ impact_id, commitment_id, title }) => ({
    impact_id: impact_id ?? null,
    commitment_id: commitment_id ?? null,
    title,
  })),
  answers: draft.answers
    .map(answerOf)
    .filter((answer) => !saysNothing(answer))
    .toSorted(byQuestion),
});

export const draftOf = (application: GrantApplication): Draft =>
  tidy({
    ...application,
    summary: application.summary ?? '',
    place_id: application.place.id,
  });

const longEnough = (text: string) => (text.length < 3 ? undefined : text);

/** What is sent of a draft. Of a name that is only begun the server keeps the one before; an answer that was emptied is taken back. */
export function changeOf(draft: Draft): GrantApplicationChange {
  const { applicant_name, title, summary, follow_ups, ...rest } = tidy(draft);
  return {
    ...rest,
    applicant_name: longEnough(applicant_name),
    title: longEnough(title),
    summary: summary || null,
    follow_ups: follow_ups.map(({ impact_id, commitment_id }) => ({ impact_id, commitment_id })),
    answers: draft.answers.map(answerOf),
  };
}

/** The draft with another answer to a question. */
export const withAnswer = (draft: Draft, answer: GrantAnswer): Draft => ({
  ...draft,
  answers: [
    ...draft.answers.filter(({ question_id }) => question_id !== answer.question_id),
    answer,
  ],
});

export const answerTo = ({ answers }: Pick<Draft, 'answers'>, question_id: string): GrantAnswer =>
  answers.find((answer) => answer.question_id === question_id) ?? noAnswer(question_id);
