import { Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listAccountsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { FilterSelect } from '@/ui/FilterSelect';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { oneOf } from '@/ui/listSearch';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import type { AccountFilters } from './filters';
import { useAccountColumns } from './useAccountColumns';
import { personRoles } from './values';

const from = '/desk/accounts/';

export function AccountsPage() {
  const { t } = useTranslation(['accounts', 'identity']);
  const { q, role: wanted } = useSearch({ from });
  const role = oneOf(personRoles, wanted);
  const navigate = useNavigate({ from });
  const filter = (change: AccountFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const accounts = useInfiniteQuery({
    ...listAccountsInfiniteOptions({ query: { q, role } }),
    ...keyset,
  });
  return (
    <>
      <PageHeader
        title={t('accounts:title')}
        lead={t('accounts:lead')}
        actions={
          useMay('create_invitation') && (
            <ButtonLink to={paths.invitationNew} leftSection={<Icon name="mail" />}>
              {t('accounts:invite')}
            </ButtonLink>
          )
        }
      />
      <Group align="flex-end" mb="md">
        <SearchField
          label={t('accounts:search')}
          value={q}
          onChange={(words) => filter({ q: words })}
        />
        <FilterSelect
          label={t('accounts:role')}
          choices={personRoles.map((value) => ({ value, label: t(`identity:role.${value}`) }))}
          value={role}
          onChange={(value) => filter({ role: value })}
        />
      </Group>
      <KeysetList
        query={accounts}
        label={t('accounts:title')}
        columns={useAccountColumns()}
        empty={
          <EmptyList filtered={Boolean(q || role)} icon="people" title={t('accounts:empty')} />
        }
      />
    </>
  );
}
