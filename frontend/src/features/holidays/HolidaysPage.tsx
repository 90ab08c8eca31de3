import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listHolidaysOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { FilterSelect } from '@/ui/FilterSelect';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordTable } from '@/ui/RecordTable';
import { HolidayActions } from './HolidayActions';
import { HolidayBadge } from './HolidayBadge';
import { thisYear, years } from './years';

const from = '/desk/holidays/';

export function HolidaysPage() {
  const { t } = useTranslation(['holidays', 'records']);
  const name = useName();
  const { date } = useFormats();
  const { year = thisYear() } = useSearch({ from });
  const navigate = useNavigate({ from });
  const mayAdd = useMay('create_holiday');
  const holidays = useQuery(listHolidaysOptions({ query: { year, limit: 100 } }));
  const items = holidays.data?.items.map((holiday) => ({ ...holiday, id: holiday.day })) ?? [];
  return (
    <>
      <PageHeader
        title={t('holidays:title')}
        lead={t('holidays:lead')}
        actions={
          mayAdd && (
            <ButtonLink to={paths.holidayNew} leftSection={<Icon name="plus" />}>
              {t('holidays:new')}
            </ButtonLink>
          )
        }
      />
      <Group mb="md">
        <FilterSelect
          label={t('holidays:year')}
          choices={years().map((each) => ({ value: String(each), label: String(each) }))}
          value={String(year)}
          onChange={(chosen) => navigate({ search: { year: Number(chosen) || undefined } })}
        />
      </Group>
      {holidays.isPending && <Loading />}
      {holidays.isError && <ErrorState error={holidays.error} onRetry={() => holidays.refetch()} />}
      {holidays.isSuccess && items.length === 0 && (
        <EmptyState icon="calendar" title={t('holidays:empty')}>
          {mayAdd && t('holidays:empty_help')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <RecordTable
          label={t('holidays:title')}
          items={items}
          columns={[
            { label: t('holidays:day'), show: ({ day }) => date(day) },
            { label: t('records:name'), show: ({ names }) => name(names) },
            { label: t('holidays:state'), show: (holiday) => <HolidayBadge holiday={holiday} /> },
            { label: t('holidays:source'), show: ({ source }) => source },
            {
              label: t('records:actions'),
              show: (holiday) => holiday.actions.length > 0 && <HolidayActions holiday={holiday} />,
            },
          ]}
        />
      )}
    </>
  );
}
