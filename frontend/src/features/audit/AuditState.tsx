import { Alert, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getAuditStateOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { StateBadge } from '@/ui/StateBadge';

/** Whether what stands below can be believed. */
export function AuditState() {
  const { t } = useTranslation('audit');
  const { dateTime } = useFormats();
  const state = useQuery(getAuditStateOptions());
  if (state.isError) return <ProblemAlert error={state.error} />;
  if (!state.data) return null;
  const { broken_at: broken, whole_at: whole, signed_at: signed } = state.data;
  if (broken) {
    return (
      <Alert
        role="alert"
        mb="lg"
        color="felt"
        icon={<Icon name="alert" />}
        title={t('state.broken_title')}
      >
        {t('state.broken', { at: dateTime(broken) })}
      </Alert>
    );
  }
  if (!whole) {
    return (
      <Group mb="lg">
        <StateBadge tone="waiting" icon="clock">
          {t('state.unknown')}
        </StateBadge>
      </Group>
    );
  }
  return (
    <Group mb="lg" gap="sm">
      <StateBadge tone="done" icon="check">
        {t('state.whole', { at: dateTime(whole) })}
      </StateBadge>
      <Text size="sm" c="dimmed">
        {t(signed ? 'state.signed' : 'state.unsigned')}
      </Text>
    </Group>
  );
}
