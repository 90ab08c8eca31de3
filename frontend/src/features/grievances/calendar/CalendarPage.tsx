import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  listDeadlinesOptions,
  listHolidaysOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { useMe } from '@/features/identity/useMe';
import { MonthBar } from '@/ui/calendar/MonthBar';
import { MonthGrid } from '@/ui/calendar/MonthGrid';
import { monthOf } from '@/ui/calendar/month';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { useName } from '@/ui/names';
import { CasesHeader } from '../CasesHeader';
import { Agenda } from './Agenda';
import { DayCell } from './DayCell';

const from = '/desk/grievances/calendar';

/** Deadlines by day: a month where there is room for one, an agenda on a phone. */
export function CalendarPage() {
  const { t } = useTranslation('cases');
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const me = useMe();
  const name = useName();
  const wide = useMediaQuery('(min-width: 62em), print', true, { getInitialValueInEffect: false });
  const month = monthOf(search.month);
  const owner_id = search.mine ? me.id : undefined;
  const deadlines = useQuery({
    ...listDeadlinesOptions({ query: { month, owner_id } }),
    // The grid stays, and the focus with it, while another month's deadlines are on their way.
    placeholderData: keepPreviousData,
  });
  const year = Number(month.slice(0, 4));
  const holidays = useQuery(listHolidaysOptions({ query: { year, limit: 100 } }));
  const named = new Map(
    holidays.data?.items.map((holiday) => [
      holiday.day,
      { name: name(holiday.names), worked: holiday.worked },
    ]),
  );
  const days = new Map(deadlines.data?.days.map((each) => [each.day, each]));
  const show = (change: typeof search) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <CasesHeader lead={t('calendar.lead')} />
      <MonthBar
        month={month}
        mine={search.mine === true}
        mineLabel={t('filter.mine')}
        onChange={show}
      />
      {deadlines.isPending && <Loading />}
      {deadlines.isError && (
        <ErrorState error={deadlines.error} onRetry={() => deadlines.refetch()} />
      )}
      {deadlines.isSuccess &&
        (wide ? (
          <MonthGrid
            month={month}
            label={t('calendar.label')}
            onMonth={(next) => show({ month: next })}
            cell={(day) => (
              <DayCell
                {...day}
                deadlines={days.get(day.day)}
                named={named.get(day.day)}
                mine={search.mine}
              />
            )}
          />
        ) : deadlines.isPlaceholderData ? (
          <Loading />
        ) : (
          <Agenda days={deadlines.data.days} named={named} mine={search.mine} />
        ))}
    </>
  );
}
