import { Alert, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '@/api/generated';
import { getEngagementOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { StakeholderLinks } from '../StakeholderLinks';
import classes from './Engagement.module.css';
import { FollowUpSection } from './FollowUpSection';

export function EngagementPage() {
  const { engagementId: id } = useParams({ from: '/desk/engagements/$engagementId/' });
  return (
    <RecordQuery options={getEngagementOptions({ path: { id } })}>
      {(record) => <EngagementRecord record={record} />}
    </RecordQuery>
  );
}

function EngagementRecord({ record }: { record: Engagement }) {
  const { t } = useTranslation(['engagements', 'records']);
  const { date } = useFormats();
  const { id, day, channel, by, summary, stakeholders, warnings, actions } = record;
  return (
    <>
      <BackLink>
        <TextLink to={paths.engagements}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader
        title={t('of_day', { channel: t(`channel.${channel}`), day: date(day) })}
        actions={
          actions.includes('update_engagement') && (
            <ButtonLink
              variant="default"
              to={paths.engagementEdit}
              params={{ engagementId: id }}
              data-no-print
            >
              {t('records:edit')}
            </ButtonLink>
          )
        }
      />
      <Stack gap="lg">
        {warnings.length > 0 && (
          <Alert color="felt" variant="light" icon={<Icon name="alert" />} title={t('check_dates')}>
            {warnings.map((warning) => (
              <Text key={warning}>{t(`warning.${warning}`)}</Text>
            ))}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Section title={t('what_was_said')}>
            <Text className={classes.words}>{summary || t('erased')}</Text>
            <Facts
              none={t('records:none')}
              facts={[
                {
                  label: t('with'),
                  value: <StakeholderLinks stakeholders={stakeholders} />,
                },
                { label: t('by'), value: by.name },
                {
                  label: t('recorded'),
                  value: `${date(record.created_at)}, ${record.created_by.name}`,
                },
              ]}
            />
          </Section>
          <FollowUpSection record={record} />
        </SimpleGrid>
      </Stack>
    </>
  );
}
