import { Paper, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Place } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import { HereLink } from '@/features/impacts/HereLink';
import { PlaceRepresentatives } from '@/features/mandates/PlaceRepresentatives';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { useNamesFacts } from '@/ui/namesFacts';
import { PageHeader } from '@/ui/PageHeader';
import { pointText } from '@/ui/pointText';
import { RecordQuery } from '@/ui/RecordQuery';
import { PlacePath } from './PlacePath';
import { PlaceTree } from './PlaceTree';
import { placeQuery } from './placeQuery';

export function PlacePage() {
  const { placeId } = useParams({ from: '/desk/places/$placeId/' });
  return (
    <RecordQuery options={placeQuery(placeId)}>
      {(place) => <PlaceRecord key={place.id} place={place} />}
    </RecordQuery>
  );
}

export function PlaceRecord({ place }: { place: Place }) {
  const { t } = useTranslation(['places', 'records']);
  const name = useName();
  const mayCreate = useMay('create_place') && place.level !== 'village';
  const mayKnow = useMay('list_representatives');
  const { id, names, level, code, parent_id, actions } = place;
  return (
    <>
      <BackLink>
        <TextLink to={paths.places}>{t('places:title')}</TextLink>
      </BackLink>
      <PageHeader
        title={name(names)}
        lead={t(`places:level.${level}`)}
        actions={
          <>
            <HereLink place={id} />
            {mayCreate && (
              <ButtonLink
                variant="default"
                to={paths.placeNew}
                search={{ parent: id }}
                leftSection={<Icon name="plus" />}
              >
                {t('places:new_below')}
              </ButtonLink>
            )}
            {actions.includes('update_place') && (
              <ButtonLink to={paths.placeEdit} params={{ placeId: id }}>
                {t('records:edit')}
              </ButtonLink>
            )}
          </>
        }
      />
      <Paper withBorder p="lg" mb="xl">
        <Facts
          none={t('records:none')}
          facts={[
            ...useNamesFacts(names),
            { label: t('places:parent'), value: parent_id && <PlacePath id={parent_id} /> },
            { label: t('places:code'), value: code },
            { label: t('records:point'), value: pointText(place) },
          ]}
        />
      </Paper>
      {mayKnow && <PlaceRepresentatives placeId={id} />}
      {level !== 'village' && (
        <section>
          <Title order={2} mb="sm">
            {t('places:below_title')}
          </Title>
          <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
            <PlaceTree root={place} />
          </Paper>
        </section>
      )}
    </>
  );
}
