import * as z from 'zod/mini';
import type {
  AgeBand,
  ConsentForm,
  Sex,
  SpokenLanguage,
  Stakeholder,
  StakeholderCategory,
  StakeholderKind,
} from '@/api/generated';
import { zNewStakeholder, zStakeholderChange } from '@/api/generated/zod.gen';

export interface ContactValues {
  phone: string;
  email: string;
  address: string;
}

export interface AssessmentValues {
  influence: number | null;
  interest: number | null;
  stance: number | null;
  reason: string;
}

export interface ConsentValues {
  purpose: string;
  form: ConsentForm | null;
  given_on: string | null;
}

/** What is recorded of somebody, without what has operations of its own. */
export interface FactValues extends Record<string, unknown> {
  programme_id: string;
  kind: StakeholderKind;
  category: StakeholderCategory | null;
  name: string;
  position: string;
  place_id: string | null;
  organisation_id: string | null;
  sex: Sex | null;
  birth_year: number | null;
  age_band: AgeBand | null;
  languages: SpokenLanguage[];
  tags: string[];
}

export interface NewValues extends FactValues {
  contact: ContactValues;
  assessment: AssessmentValues;
  consent: ConsentValues;
}

export const noContact: ContactValues = { phone: '', email: '', address: '' };

export const noStakeholder = (programme_id: string): NewValues => ({
  programme_id,
  kind: 'person',
  category: null,
  name: '',
  position: '',
  place_id: null,
  organisation_id: null,
  sex: null,
  birth_year: null,
  age_band: null,
  languages: [],
  tags: [],
  contact: noContact,
  assessment: { influence: null, interest: null, stance: null, reason: '' },
  consent: { purpose: '', form: null, given_on: null },
});

export const factValues = (record: Stakeholder): FactValues => ({
  programme_id: record.programme_id,
  kind: record.kind,
  category: record.category,
  name: record.name,
  position: record.position ?? '',
  place_id: record.place.id,
  organisation_id: record.organisation?.id ?? null,
  sex: record.sex ?? null,
  birth_year: record.birth_year ?? null,
  // What follows from the year of birth was not recorded.
  age_band: record.birth_year ? null : (record.age_band ?? null),
  languages: record.languages,
  tags: record.tags,
});

const filled = (text: string) => text.trim() || null;

const isBlank = (values: object) =>
  Object.values(values).every((value) => value === null || value === '');

/** A part that nobody touched is left out; one that was begun has to be whole. */
const begun = <Values extends object>(values: Values): Values | null =>
  isBlank(values) ? null : values;

export const contactBody = ({ phone, email, address }: ContactValues) => {
  const body = { phone: filled(phone), email: filled(email), address: filled(address) };
  return begun(body);
};

/** Only a person has a sex and an age. */
const personal = <Values extends Pick<FactValues, 'kind'>>(values: Values): Values =>
  values.kind === 'person' ? values : { ...values, sex: null, birth_year: null, age_band: null };

export const newBody = ({ contact, assessment, consent, position, ...facts }: NewValues) => ({
  ...personal(facts as FactValues),
  position: filled(position),
  contact: contactBody(contact),
  assessment: begun(assessment),
  consent: begun(consent),
});

const changeBody = ({ position, ...changes }: Partial<FactValues>) => ({
  ...changes,
  ...(position !== undefined && { position: filled(position) }),
});

type NewBody = z.input<typeof zNewStakeholder>;
type ChangeBody = z.input<typeof zStakeholderChange>;

/** The API's rules, of the form's own values. */
export const zNewValues = z.pipe(
  z.transform((values) => newBody(values as NewValues) as NewBody),
  zNewStakeholder,
);

export const zFactValues = z.pipe(
  z.transform((values) => changeBody(values as FactValues) as NewBody),
  zNewStakeholder,
);

export const zFactChange = z.pipe(
  z.transform((values) => changeBody(values as Partial<FactValues>) as ChangeBody),
  zStakeholderChange,
);
