import { useQuery } from '@tanstack/react-query';
import { useMe } from '@/features/identity/useMe';

/** Of one meeting, what is kept itself; of all of them, how much. */
export const keptDayKey = 'meeting-day';
export const keptDaysKey = ['meeting-days-kept'];

const none: Record<string, number> = {};

/** How many notes of the day of which meetings only this device has. */
export function useKeptDays(): Record<string, number> {
  const { id: by } = useMe();
  const { data } = useQuery({
    queryKey: [...keptDaysKey, by],
    queryFn: async () => (await import('./outbox')).keptByMeeting(by),
    networkMode: 'always',
    staleTime: 0,
  });
  return data ?? none;
}
