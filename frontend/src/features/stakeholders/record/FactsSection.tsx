import { useTranslation } from 'react-i18next';
import type { Stakeholder } from '@/api/generated';
import { PlacePath } from '@/features/places/PlacePath';
import { paths } from '@/paths';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { Section } from './Section';

export function FactsSection({ record }: { record: Stakeholder }) {
  const { t } = useTranslation(['stakeholders', 'records']);
  const name = useName();
  const { date } = useFormats();
  const { kind, place, organisation, sex, birth_year, age_band, languages, tags } = record;
  const personal = [
    { label: t('stakeholders:sex_label'), value: sex && t(`stakeholders:sex.${sex}`) },
    { label: t('stakeholders:birth_year'), value: birth_year },
    {
      label: t('stakeholders:age_band_label'),
      value: age_band && t(`stakeholders:age_band.${age_band}`),
    },
  ];
  return (
    <Section title={t('stakeholders:facts')}>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('stakeholders:kind_label'), value: t(`stakeholders:kind.${kind}`) },
          { label: t('stakeholders:place'), value: <PlacePath id={place.id} /> },
          {
            label: t('stakeholders:organisation'),
            value: organisation && (
              <TextLink to={paths.organisation} params={{ organisationId: organisation.id }}>
                {name(organisation.names)}
              </TextLink>
            ),
          },
          ...(kind === 'person' ? personal : []),
          {
            label: t('stakeholders:languages'),
            value: languages.map((one) => t(`stakeholders:language.${one}`)).join(', '),
          },
          { label: t('stakeholders:tags'), value: tags.length > 0 && <Tags tags={tags} /> },
          {
            label: t('stakeholders:recorded'),
            value: `${date(record.created_at)}, ${record.created_by.name}`,
          },
        ]}
      />
    </Section>
  );
}

/** Each leads to the others that have it. */
function Tags({ tags }: { tags: string[] }) {
  return (
    <>
      {tags.map((tag, at) => (
        <span key={tag}>
          {at > 0 && ', '}
          <TextLink to={paths.stakeholders} search={{ tag }}>
            {tag}
          </TextLink>
        </span>
      ))}
    </>
  );
}
