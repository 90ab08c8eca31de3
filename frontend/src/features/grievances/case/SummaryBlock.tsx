import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { useFormats } from '@/ui/formats';
import { Section } from './Section';
import { Words } from './Words';

/** Says why a summary can't be released yet, which a missing button would leave to guessing. */
function useHindrance({ summary, site, actions }: StaffGrievance) {
  const { t } = useTranslation('cases');
  const me = useMe();
  if (!summary || summary.released_at || actions.includes('release_grievance')) return undefined;
  if (summary.author?.id === me.id) return t('summary.second_person');
  return site ? undefined : t('summary.site_first');
}

export function SummaryBlock({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  const hindrance = useHindrance(record);
  const { summary } = record;
  if (!summary) return null;
  const { text, author, released_at, released_by } = summary;
  return (
    <Section title="section.summary">
      <Words>{text}</Words>
      <Text size="sm" c="dimmed" mt="xs">
        {author && t('summary.by', { name: author.name })}{' '}
        {released_at
          ? t('summary.released', { name: released_by?.name, at: dateTime(released_at) })
          : t('summary.not_released')}
      </Text>
      {hindrance && (
        <Text size="sm" mt={4} data-no-print>
          {hindrance}
        </Text>
      )}
    </Section>
  );
}
