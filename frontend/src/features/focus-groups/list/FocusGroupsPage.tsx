import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listFocusGroupsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyList } from '@/ui/EmptyList';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { KeysetList } from '@/ui/KeysetList';
import { itemsOf, keyset } from '@/ui/keyset';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { focusGroupFilters } from '../filters';
import { FocusGroupFilterFields } from './FocusGroupFilterFields';
import { isNarrowed, queryOf } from './query';
import { useFocusGroupColumns } from './useFocusGroupColumns';

const from = '/desk/focus-groups/';

export function FocusGroupsPage() {
  const { t } = useTranslation('focus-groups');
  const { number } = useFormats();
  const filters = focusGroupFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const query = { ...queryOf(filters), total: true };
  const groups = useInfiniteQuery({ ...listFocusGroupsInfiniteOptions({ query }), ...keyset });
  const mayCreate = useMay('create_focus_group');
  const total = groups.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayCreate && (
            <ButtonLink to={paths.focusGroupNew} leftSection={<Icon name="plus" />} data-no-print>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <FocusGroupFilterFields
        filters={filters}
        onChange={(change) =>
          navigate({ search: (before) => ({ ...before, ...change }), replace: true })
        }
        onClear={() => navigate({ search: {}, replace: true })}
      />
      <Text role="status" c="dimmed" mb="sm">
        {total &&
          t('shown_of', {
            shown: number(itemsOf(groups.data?.pages).length),
            total: total.exact ? number(total.count) : `${number(total.count)}+`,
          })}
      </Text>
      <KeysetList
        query={groups}
        label={t('title')}
        columns={useFocusGroupColumns()}
        empty={
          <EmptyList
            filtered={isNarrowed(filters)}
            icon="chat"
            title={t('empty')}
            help={mayCreate && t('empty_help')}
          />
        }
      />
    </>
  );
}
