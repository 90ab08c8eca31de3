import { Alert, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Impact } from '@/api/generated';
import { getImpactOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { ImpactStateBadge } from '../ImpactStateBadge';
import { CasesSection } from './CasesSection';
import { FactsSection } from './FactsSection';
import { MoveBar } from './MoveBar';
import { SaidSection } from './SaidSection';
import { SourcesSection } from './SourcesSection';
import classes from './Thread.module.css';
import { TimelineSection } from './TimelineSection';

export function ImpactPage() {
  const { impactId: id } = useParams({ from: '/desk/impacts/$impactId/' });
  return (
    <RecordQuery options={getImpactOptions({ path: { id } })}>
      {(impact) => <ImpactRecord record={impact} />}
    </RecordQuery>
  );
}

/** From what was said to what became of it. */
export function ImpactRecord({ record }: { record: Impact }) {
  const { t } = useTranslation(['impacts', 'records']);
  const { id, title, description, state, actions } = record;
  const isPublic = record.audience === 'staff' && record.published;
  return (
    <>
      <BackLink>
        <TextLink to={paths.impacts}>{t('impacts:title')}</TextLink>
      </BackLink>
      <PageHeader
        title={title}
        lead={
          <Group component="span" gap="sm">
            <ImpactStateBadge state={state} />
            {isPublic && <span>{t('impacts:published.yes')}</span>}
          </Group>
        }
        actions={
          actions.includes('update_impact') && (
            <ButtonLink
              variant="default"
              to={paths.impactEdit}
              params={{ impactId: id }}
              data-no-print
            >
              {t('records:edit')}
            </ButtonLink>
          )
        }
      />
      <MoveBar record={record} />
      <Warnings record={record} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <Section title={t('impacts:description')}>
            <Text className={classes.words}>{description}</Text>
          </Section>
          {record.audience === 'staff' && <SaidSection said={record.said} />}
          {record.audience === 'staff' && <SourcesSection record={record} />}
          <CasesSection record={record} />
        </Stack>
        <FactsSection record={record} />
      </SimpleGrid>
      <TimelineSection id={id} />
    </>
  );
}

/** Odd, but possible: it is for the person to decide. */
function Warnings({ record }: { record: Impact }) {
  const { t } = useTranslation('impacts');
  if (record.audience !== 'staff' || record.warnings.length === 0) return null;
  return (
    <Alert icon={<Icon name="alert" />} color="felt" mb="lg" title={t('warning.title')}>
      {record.warnings.map(({ pointer, code }) => (
        <Text key={pointer} size="sm">
          {t(pointer === '/reported_on' ? 'warning.reported_on' : 'warning.source')}
          {': '}
          {t(code === 'after_the_programme' ? 'warning.after' : 'warning.before')}
        </Text>
      ))}
    </Alert>
  );
}
