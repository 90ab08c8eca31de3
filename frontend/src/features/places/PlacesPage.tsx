import { Box, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listPlacesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import { FoundPlaces } from './FoundPlaces';
import { PlaceTree } from './PlaceTree';

const from = '/desk/places/';

export function PlacesPage() {
  const { t } = useTranslation(['places', 'records']);
  const { q } = useSearch({ from });
  const navigate = useNavigate({ from });
  return (
    <>
      <PageHeader
        title={t('places:title')}
        lead={t('places:lead')}
        actions={
          useMay('create_place') && (
            <ButtonLink to={paths.placeNew} leftSection={<Icon name="plus" />}>
              {t('places:new')}
            </ButtonLink>
          )
        }
      />
      <Box maw={480} mb="md">
        <SearchField
          label={t('records:search_name')}
          value={q}
          onChange={(words) => navigate({ search: { q: words }, replace: true })}
        />
      </Box>
      {q ? <FoundPlaces words={q} /> : <Countries />}
    </>
  );
}

function Countries() {
  const { t } = useTranslation('places');
  const countries = useQuery(listPlacesOptions({ query: { level: 'country' } }));
  if (countries.isPending) return <Loading />;
  if (countries.isError) {
    return <ErrorState error={countries.error} onRetry={() => countries.refetch()} />;
  }
  if (countries.data.items.length === 0) {
    return <EmptyList filtered={false} icon="pin" title={t('empty')} />;
  }
  return (
    <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
      {countries.data.items.map((country) => (
        <PlaceTree key={country.id} root={country} />
      ))}
    </Paper>
  );
}
