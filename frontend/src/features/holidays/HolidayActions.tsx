import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '@/api/generated';
import {
  deleteHolidayMutation,
  listHolidaysQueryKey,
  updateHolidayMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { useRefresh } from '@/api/useKeepRecord';
import { ConfirmedButton } from '@/ui/ConfirmedButton';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** A date that was announced is confirmed; a day named by mistake is taken out. */
export function HolidayActions({ holiday }: { holiday: Holiday }) {
  const { t } = useTranslation('holidays');
  const { date } = useFormats();
  const notice = useSavedNotice();
  const onSettled = useRefresh(listHolidaysQueryKey());
  const change = useMutation({ ...updateHolidayMutation(), onSettled, onSuccess: () => notice() });
  const remove = useMutation({
    ...deleteHolidayMutation(),
    onSettled,
    onSuccess: () => notice(t('removed')),
  });
  const { actions, confirmed, day } = holiday;
  const target = { path: { id: day }, headers: ifMatch(holiday) };
  return (
    <Group gap="xs">
      <ProblemAlert error={change.error} />
      {actions.includes('update_holiday') && !confirmed && (
        <Button
          size="sm"
          variant="default"
          loading={change.isPending}
          aria-label={t('confirm_named', { day: date(day) })}
          onClick={() => change.mutate({ ...target, body: { confirmed: true } })}
        >
          {t('confirm')}
        </Button>
      )}
      {actions.includes('delete_holiday') && (
        <ConfirmedButton
          label={t('remove')}
          fullLabel={t('remove_named', { day: date(day) })}
          title={t('remove_title', { day: date(day) })}
          consequences={t('remove_consequences')}
          mutation={remove}
          onConfirm={() => remove.mutate(target)}
        />
      )}
    </Group>
  );
}
