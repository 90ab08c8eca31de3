import { useTranslation } from 'react-i18next';
import type { Impact } from '@/api/generated';
import { PlacePath } from '@/features/places/PlacePath';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';

export function FactsSection({ record }: { record: Impact }) {
  const { t } = useTranslation(['impacts', 'cases', 'records']);
  const name = useName();
  const { date } = useFormats();
  const { site, place, published_at } = record;
  const inside =
    record.audience === 'staff'
      ? [
          { label: t('impacts:reported_on'), value: date(record.reported_on) },
          {
            label: t('impacts:recorded'),
            value: `${date(record.created_at)}, ${record.created_by.name}`,
          },
        ]
      : [];
  return (
    <Section title={t('impacts:facts')}>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('impacts:category_label'), value: t(`cases:category.${record.category}`) },
          {
            label: t('impacts:direction_label'),
            value: t(`impacts:direction.${record.direction}`),
          },
          { label: t('impacts:basis_label'), value: t(`impacts:basis.${record.basis}`) },
          {
            label: t('impacts:severity'),
            value: `${record.severity} · ${t(`impacts:severity_of.${degreeKey(record.severity)}`)}`,
          },
          {
            label: t('impacts:likelihood'),
            value: `${record.likelihood} · ${t(`impacts:likelihood_of.${degreeKey(record.likelihood)}`)}`,
          },
          { label: t('impacts:extent_label'), value: t(`impacts:extent.${record.extent}`) },
          {
            label: t('impacts:affected_label'),
            value: record.affected.map((group) => t(`impacts:group.${group}`)).join(', '),
          },
          { label: t('impacts:place'), value: <PlacePath id={place.id} /> },
          {
            label: t('impacts:site'),
            value: site && (
              <TextLink to={paths.site} params={{ siteId: site.id }}>
                {name(site.names)}
              </TextLink>
            ),
          },
          ...inside,
          {
            label: t('impacts:published_label'),
            value: published_at ? date(published_at) : t('impacts:published.no'),
          },
        ]}
      />
    </Section>
  );
}

/** The API keeps them within 1 to 5. */
const degreeKey = (degree: number) => Math.min(Math.max(degree, 1), 5) as 1 | 2 | 3 | 4 | 5;
