import { Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listOrganisationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { FilterSelect } from '@/ui/FilterSelect';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink, TextLink } from '@/ui/links';
import { oneOf } from '@/ui/listSearch';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import type { OrganisationFilters } from './filters';
import { organisationKinds } from './values';

const from = '/desk/organisations/';

export function OrganisationsPage() {
  const { t } = useTranslation(['organisations', 'records']);
  const name = useName();
  const { q, kind: wanted } = useSearch({ from });
  const kind = oneOf(organisationKinds, wanted);
  const navigate = useNavigate({ from });
  const filter = (change: OrganisationFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const organisations = useInfiniteQuery({
    ...listOrganisationsInfiniteOptions({ query: { q, kind } }),
    ...keyset,
  });
  const mayCreate = useMay('create_organisation');
  return (
    <>
      <PageHeader
        title={t('organisations:title')}
        lead={t('organisations:lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.organisationNew} leftSection={<Icon name="plus" />}>
              {t('organisations:new')}
            </ButtonLink>
          )
        }
      />
      <Group align="flex-end" mb="md">
        <SearchField
          label={t('records:search_name')}
          value={q}
          onChange={(words) => filter({ q: words })}
        />
        <FilterSelect
          label={t('organisations:kind_label')}
          choices={organisationKinds.map((value) => ({
            value,
            label: t(`organisations:kind.${value}`),
          }))}
          value={kind}
          onChange={(value) => filter({ kind: value })}
        />
      </Group>
      <KeysetList
        query={organisations}
        label={t('organisations:title')}
        columns={[
          {
            label: t('records:name'),
            show: ({ id, names }) => (
              <TextLink to={paths.organisation} params={{ organisationId: id }}>
                {name(names)}
              </TextLink>
            ),
          },
          {
            label: t('organisations:kind_label'),
            show: (row) => t(`organisations:kind.${row.kind}`),
          },
          {
            label: t('organisations:territory'),
            show: ({ territory }) => territory && name(territory.names),
          },
        ]}
        empty={
          <EmptyList
            filtered={Boolean(q || kind)}
            icon="building"
            title={t('organisations:empty')}
            help={mayCreate && t('organisations:empty_help')}
          />
        }
      />
    </>
  );
}
