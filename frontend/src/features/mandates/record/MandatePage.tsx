import { SimpleGrid, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Mandate } from '@/api/generated';
import { getMandateOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { MandateStateBadge } from '../MandateStateBadge';
import { AssemblySection } from './AssemblySection';
import { EventsSection } from './EventsSection';
import { InterestsSection } from './InterestsSection';
import { MandateMoves } from './MandateMoves';
import { NominationSection } from './NominationSection';
import { TermSection } from './TermSection';

export function MandatePage() {
  const { mandateId: id } = useParams({ from: '/desk/mandates/$mandateId' });
  return (
    <RecordQuery options={getMandateOptions({ path: { id } })}>
      {(mandate) => <MandateRecord mandate={mandate} />}
    </RecordQuery>
  );
}

export function MandateRecord({ mandate }: { mandate: Mandate }) {
  const { t } = useTranslation('mandates');
  const name = useName();
  const { representative, place, speaks_for, state, in_force } = mandate;
  return (
    <>
      <BackLink>
        <TextLink to={paths.mandates}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader
        title={representative.name}
        lead={`${name(place.names)} · ${t(`speaks_for.${speaks_for}`)}`}
        actions={<MandateMoves mandate={mandate} />}
      />
      <Stack gap="lg">
        <div>
          <MandateStateBadge state={state} inForce={in_force} />
        </div>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <NominationSection mandate={mandate} />
          <InterestsSection mandate={mandate} />
          <AssemblySection mandate={mandate} />
          <TermSection mandate={mandate} />
        </SimpleGrid>
        <EventsSection events={mandate.events} />
      </Stack>
    </>
  );
}
