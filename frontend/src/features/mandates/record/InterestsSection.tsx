import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Mandate } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';

/** What ties the person to one side, as declared when vetted. */
export function InterestsSection({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('mandates');
  const { date } = useFormats();
  const name = useName();
  const { vetted_on, interests } = mandate;
  return (
    <Section title={t('declared')}>
      {!vetted_on && <Text c="dimmed">{t('not_vetted')}</Text>}
      {vetted_on && <Text>{t('vetted_day', { day: date(vetted_on) })}</Text>}
      {vetted_on && interests.length === 0 && <Text>{t('declared_nothing')}</Text>}
      {interests.length > 0 && (
        <List spacing="xs">
          {interests.map(({ kind, organisation, detail }) => (
            <List.Item key={`${kind}${detail}`}>
              <Text fw={600}>
                {[t(`interest.${kind}`), organisation && name(organisation.names)]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Text>{detail}</Text>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
