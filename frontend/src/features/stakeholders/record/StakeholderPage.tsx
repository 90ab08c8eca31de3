import { SimpleGrid, Stack } from '@mantine/core';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Stakeholder } from '@/api/generated';
import { getStakeholderOptions } from '@/api/generated/@tanstack/react-query.gen';
import { OfStakeholder } from '@/features/engagements/OfStakeholder';
import { useMay } from '@/features/identity/useMe';
import { MandatesOfStakeholder } from '@/features/mandates/OfStakeholder';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { ButtonLink, TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { RelationshipsSection } from '../relationships/RelationshipsSection';
import { AssessmentSection } from './AssessmentSection';
import { ConsentSection } from './ConsentSection';
import { ContactSection } from './ContactSection';
import { EraseSection } from './EraseSection';
import { FactsSection } from './FactsSection';
import { HistorySection } from './HistorySection';

export function StakeholderPage() {
  const { stakeholderId: id } = useParams({ from: '/desk/stakeholders/$stakeholderId/' });
  return (
    <RecordQuery options={getStakeholderOptions({ path: { id } })}>
      {(record) =>
        record.id === id ? (
          <StakeholderRecord record={record} />
        ) : (
          // It became part of another record, which answered in its place.
          <Navigate to={paths.stakeholder} params={{ stakeholderId: record.id }} replace />
        )
      }
    </RecordQuery>
  );
}

export function StakeholderRecord({ record }: { record: Stakeholder }) {
  const { t } = useTranslation(['stakeholders', 'records']);
  const mayReadTies = useMay('list_relationships');
  const mayReadLog = useMay('list_engagements');
  const { id, kind, name, position, category, actions } = record;
  return (
    <>
      <BackLink>
        <TextLink to={paths.stakeholders}>{t('stakeholders:title')}</TextLink>
      </BackLink>
      <PageHeader
        title={name}
        lead={[t(`stakeholders:category.${category}`), position].filter(Boolean).join(' · ')}
        actions={
          actions.includes('update_stakeholder') && (
            <ButtonLink
              variant="default"
              to={paths.stakeholderEdit}
              params={{ stakeholderId: id }}
              data-no-print
            >
              {t('records:edit')}
            </ButtonLink>
          )
        }
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <FactsSection record={record} />
        <Stack gap="lg">
          <AssessmentSection record={record} />
          <ConsentSection record={record} />
          <ContactSection record={record} />
          {kind === 'person' && <MandatesOfStakeholder id={id} />}
          <EraseSection record={record} />
        </Stack>
      </SimpleGrid>
      {mayReadTies && <RelationshipsSection id={id} />}
      {mayReadLog && <OfStakeholder id={id} />}
      <HistorySection id={id} />
    </>
  );
}
