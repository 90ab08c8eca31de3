import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyCase } from '@/api/generated/public';
import { GrievanceStateBadge } from '@/features/grievances/GrievanceStateBadge';
import { useFormats } from '@/ui/formats';
import { Countdown } from './Countdown';

export function CaseStatus({ mine: { state, submitted_at, clocks } }: { mine: MyCase }) {
  const { t } = useTranslation('my-case');
  const { date } = useFormats();
  return (
    <Stack gap="sm" align="flex-start">
      <GrievanceStateBadge state={state} />
      <Text size="lg">{t(`state.${state}.means`)}</Text>
      <div>
        <Title order={2}>{t('next_title')}</Title>
        <Text>{t(`state.${state}.next`)}</Text>
      </div>
      <Countdown clocks={clocks} />
      <Text c="dimmed">{t('sent_on', { date: date(submitted_at) })}</Text>
    </Stack>
  );
}
