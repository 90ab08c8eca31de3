import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FocusArea, Programme } from '@/api/generated';
import { getProgrammeOptions } from '@/api/generated/@tanstack/react-query.gen';
import { PlaceName } from '@/features/places/PlaceName';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { useNamesFacts } from '@/ui/namesFacts';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { StatusBadge } from './StatusBadge';
import { TermsSection } from './TermsSection';

export function ProgrammePage() {
  const { programmeId: id } = useParams({ from: '/desk/programmes/$programmeId/' });
  return (
    <RecordQuery options={getProgrammeOptions({ path: { id } })}>
      {(programme) => <ProgrammeRecord programme={programme} />}
    </RecordQuery>
  );
}

export function ProgrammeRecord({ programme }: { programme: Programme }) {
  const { t } = useTranslation(['programmes', 'records']);
  const name = useName();
  const { date } = useFormats();
  const { id, names, objectives, starts_on, ends_on, status, focus_areas, actions } = programme;
  return (
    <>
      <BackLink>
        <TextLink to={paths.programmes}>{t('programmes:title')}</TextLink>
      </BackLink>
      <PageHeader
        title={name(names)}
        lead={<StatusBadge status={status} />}
        actions={
          actions.includes('update_programme') && (
            <ButtonLink to={paths.programmeEdit} params={{ programmeId: id }}>
              {t('records:edit')}
            </ButtonLink>
          )
        }
      />
      <Paper withBorder p="lg" mb="xl">
        <Facts
          none={t('records:none')}
          facts={[
            {
              label: t('programmes:period'),
              value: `${date(starts_on)} – ${date(ends_on)}`,
            },
            ...useNamesFacts(names),
          ]}
        />
        <Title order={2} mt="lg" mb="xs">
          {t('programmes:objectives')}
        </Title>
        <Text maw="65ch" style={{ whiteSpace: 'pre-line' }}>
          {name(objectives)}
        </Text>
      </Paper>
      <FocusAreas areas={focus_areas} />
      <TermsSection programmeId={id} />
    </>
  );
}

function FocusAreas({ areas }: { areas: FocusArea[] }) {
  const { t } = useTranslation('programmes');
  const name = useName();
  return (
    <Stack component="section">
      <Title order={2}>{t('focus_areas')}</Title>
      {areas.map(({ id, names, place_ids }) => (
        <Paper key={id} withBorder p="lg">
          <Title order={3} mb="xs">
            {name(names)}
          </Title>
          <Group gap="md">
            {place_ids.map((place) => (
              <TextLink key={place} to={paths.place} params={{ placeId: place }}>
                <PlaceName id={place} />
              </TextLink>
            ))}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
