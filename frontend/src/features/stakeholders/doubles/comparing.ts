import type { TFunction } from 'i18next';
import type { MergeField, Names, Stakeholder } from '@/api/generated';
import { stanceKey } from '../vocabulary';

export interface Line {
  field: MergeField;
  label: string;
  kept: string;
  other: string;
}

/** What of two records can be chosen, in words; what is the same in both needs no choice. */
export function lines(
  kept: Stakeholder,
  other: Stakeholder,
  t: TFunction<['sheets', 'stakeholders']>,
  name: (names: Names) => string,
): Line[] {
  const line = (field: MergeField, label: string, words: (one: Stakeholder) => string): Line => ({
    field,
    label,
    kept: words(kept),
    other: words(other),
  });
  const age = ({ birth_year, age_band }: Stakeholder) =>
    birth_year?.toString() ?? (age_band ? t(`stakeholders:age_band.${age_band}`) : '');
  const agreed = ({ consent, contact }: Stakeholder) =>
    [
      t(`stakeholders:standing.${consent.standing}`),
      consent.purpose,
      contact && [t('sheets:doubles.with_contact'), contact.phone].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join(' · ');
  const assessed = ({ assessment }: Stakeholder) =>
    assessment
      ? [
          `${t('stakeholders:influence')} ${assessment.influence}`,
          `${t('stakeholders:interest')} ${assessment.interest}`,
          t(`stakeholders:stance.${stanceKey(assessment.stance)}`),
        ].join(' · ')
      : '';
  return [
    line('name', t('stakeholders:name'), (one) => one.name),
    line('category', t('stakeholders:category_label'), (one) =>
      t(`stakeholders:category.${one.category}`),
    ),
    line('position', t('stakeholders:position'), (one) => one.position ?? ''),
    line('place', t('stakeholders:place'), (one) => name(one.place.names)),
    line('organisation', t('stakeholders:organisation'), (one) =>
      one.organisation ? name(one.organisation.names) : '',
    ),
    line('sex', t('stakeholders:sex_label'), (one) =>
      one.sex ? t(`stakeholders:sex.${one.sex}`) : '',
    ),
    line('age', t('sheets:doubles.age'), age),
    line('consent', t('sheets:doubles.consent'), agreed),
    line('assessment', t('sheets:doubles.assessment'), assessed),
  ];
}

/** What is taken from the other record at first: what only it has. */
export const takenAtFirst = (all: Line[]): MergeField[] =>
  all.filter(({ kept, other }) => !kept && other).map(({ field }) => field);
