import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseLink, StaffGrievance } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';
import { Section } from './Section';

const Link = ({ id, reference }: CaseLink) => (
  <TextLink to={paths.grievance} params={{ grievanceId: id }}>
    {reference}
  </TextLink>
);

/** The cases that say the same: under which this one goes on, or which go on under it. */
export function RelatedBlock({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { duplicate_of, duplicates } = record;
  if (!duplicate_of && duplicates.length === 0) return null;
  return (
    <Section title="section.related">
      {duplicate_of && (
        <Text>
          {t('related.goes_on_under')} <Link {...duplicate_of} />
        </Text>
      )}
      {duplicates.length > 0 && (
        <Stack gap={4}>
          <Text>{t('related.go_on_here')}</Text>
          {duplicates.map((link) => (
            <Link key={link.id} {...link} />
          ))}
        </Stack>
      )}
    </Section>
  );
}
