import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listMeetingMonthOptions } from '@/api/generated/@tanstack/react-query.gen';
import { MonthBar } from '@/ui/calendar/MonthBar';
import { MonthGrid } from '@/ui/calendar/MonthGrid';
import { monthOf } from '@/ui/calendar/month';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { MeetingsHeader } from '../MeetingsHeader';
import { DaysOfMeetings } from './DaysOfMeetings';
import { MeetingDay } from './MeetingDay';

const from = '/desk/meetings/calendar';

/** Meetings by day: a month where there is room for one, day under day on a phone. */
export function MeetingCalendarPage() {
  const { t } = useTranslation('meetings');
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const wide = useMediaQuery('(min-width: 62em), print', true, { getInitialValueInEffect: false });
  const month = monthOf(search.month);
  // Whoever typed another word means no less than who typed nothing.
  const mine = search.mine === true ? true : undefined;
  const query = useQuery({
    ...listMeetingMonthOptions({ query: { month, mine } }),
    // The grid stays, and the focus with it, while another month's meetings are on their way.
    placeholderData: keepPreviousData,
  });
  const days = new Map(query.data?.days.map((each) => [each.day, each]));
  const show = (change: typeof search) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <MeetingsHeader />
      <MonthBar
        month={month}
        mine={mine === true}
        mineLabel={t('mine')}
        onChange={(change) => show(change)}
      />
      {query.isPending && <Loading />}
      {query.isError && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess &&
        (wide ? (
          <MonthGrid
            month={month}
            label={t('calendar.label')}
            onMonth={(next) => show({ month: next })}
            cell={(day) => <MeetingDay {...day} meetings={days.get(day.day)} mine={mine} />}
          />
        ) : query.isPlaceholderData ? (
          <Loading />
        ) : (
          <DaysOfMeetings days={query.data.days} mine={mine} />
        ))}
    </>
  );
}
