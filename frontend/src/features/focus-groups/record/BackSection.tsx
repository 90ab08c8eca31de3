import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';

/** That the people heard it back, and what others read since. */
export function BackSection({ record }: { record: FocusGroup }) {
  const { t } = useTranslation(['focus-groups', 'records']);
  const { date } = useFormats();
  const { validation, summary, published_at } = record;
  if (!validation) return null;
  return (
    <Section title={t('focus-groups:back')}>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('focus-groups:validated_on'), value: date(validation.validated_on) },
          { label: t('focus-groups:validated_place'), value: validation.place },
          { label: t('focus-groups:validated_people'), value: validation.people },
          { label: t('focus-groups:corrections'), value: validation.corrections },
        ]}
      />
      {published_at && (
        <div>
          <Text size="sm" c="dimmed">
            {t('focus-groups:published_on', { day: date(published_at) })}
          </Text>
          <Text>{summary}</Text>
        </div>
      )}
    </Section>
  );
}
