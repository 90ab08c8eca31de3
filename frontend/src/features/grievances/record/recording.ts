import type { Language } from '@/api/generated';

interface Start {
  channel?: string;
  confidentiality?: string;
}

/** The form's values: nothing typed is an empty text, as inputs have it. */
export const emptyRecord = (
  language: Language,
  { channel = '', confidentiality = '' }: Start = {},
) => ({
  channel,
  /** Of what came on paper. */
  received_on: '',
  consent: { given: '', note: '' },
  grievance: {
    language: language as string,
    confidentiality,
    place_id: '',
    site_id: '',
    category: '',
    narrative: '',
    wish: '',
    occurred_on: '',
    reporter: { name: '', contact: '' },
    share_with_community: false,
  },
});

export type RecordValues = ReturnType<typeof emptyRecord>;

const filled = <Values extends object>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<Values>;

/** The API takes what was left out, not what is empty; and nobody's name with an anonymous case. */
function toldIn({ consent, grievance }: RecordValues) {
  const { reporter, ...submission } = grievance;
  const known = filled(reporter);
  const named = submission.confidentiality !== 'anonymous' && Object.keys(known).length > 0;
  return {
    consent: filled(consent),
    grievance: { ...filled(submission), ...(named ? { reporter: known } : undefined) },
  };
}

/** What somebody told: by telephone, in person, in a letter. */
export const recordBody = (values: RecordValues) => ({
  ...filled({ channel: values.channel }),
  ...toldIn(values),
});

/** What somebody wrote on a sheet. */
export const entryBody = (values: RecordValues) => ({
  ...filled({ received_on: values.received_on }),
  ...toldIn(values),
});
