import { Box, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listSitesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { OrganisationPicker } from '@/features/organisations/OrganisationPicker';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import type { SiteFilters } from './filters';
import { useSiteColumns } from './useSiteColumns';

const from = '/desk/sites/';

export function SitesPage() {
  const { t } = useTranslation(['sites', 'records']);
  const { q, company } = useSearch({ from });
  const navigate = useNavigate({ from });
  const filter = (change: SiteFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const sites = useInfiniteQuery({
    ...listSitesInfiniteOptions({ query: { q, organisation_id: company } }),
    ...keyset,
  });
  const mayCreate = useMay('create_site');
  return (
    <>
      <PageHeader
        title={t('sites:title')}
        lead={t('sites:lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.siteNew} leftSection={<Icon name="plus" />}>
              {t('sites:new')}
            </ButtonLink>
          )
        }
      />
      <Group align="flex-end" mb="md">
        <SearchField
          label={t('sites:search')}
          value={q}
          onChange={(words) => filter({ q: words })}
        />
        <Box flex="1 1 16rem">
          <OrganisationPicker
            clearable
            kind="company"
            label={t('sites:company')}
            placeholder={t('records:all')}
            value={company}
            onChange={(id) => filter({ company: id ?? undefined })}
          />
        </Box>
      </Group>
      <KeysetList
        query={sites}
        label={t('sites:title')}
        columns={useSiteColumns()}
        empty={
          <EmptyList
            filtered={Boolean(q || company)}
            icon="mine"
            title={t('sites:empty')}
            help={mayCreate && t('sites:empty_help')}
          />
        }
      />
    </>
  );
}
