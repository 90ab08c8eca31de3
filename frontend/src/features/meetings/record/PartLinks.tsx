import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import { useKeptDays } from '@/features/meetings/day/keptDays';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { tookPlace } from './tookPlace';

/** The pages of the meeting's day and of its minutes, for whom they are there. */
export function PartLinks({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting-day');
  const { id, state, own_invitations } = meeting;
  const staff = useMay('get_meeting_day');
  const approved = state === 'minutes_approved' || state === 'closed';
  const drafted = state === 'minutes_drafted' && (staff || own_invitations.length > 0);
  const day = staff && tookPlace(state);
  const minutes = approved || drafted || (staff && state === 'held');
  const kept = useKeptDays()[id] ?? 0;
  if (!day && !minutes) return null;
  const params = (part: string) => ({ meetingId: id, part });
  return (
    <Group gap="sm" mb="lg" data-no-print>
      {kept > 0 && (
        <Text c="felt" role="status">
          {t('kept_here', { count: kept })}
        </Text>
      )}
      {day && (
        <ButtonLink
          variant="default"
          leftSection={<Icon name="clock" />}
          to={paths.meetingPart}
          params={params('day')}
        >
          {t('title')}
        </ButtonLink>
      )}
      {minutes && (
        <ButtonLink
          variant="default"
          leftSection={<Icon name="document" />}
          to={paths.meetingPart}
          params={params('minutes')}
        >
          {t('minutes')}
        </ButtonLink>
      )}
    </Group>
  );
}
