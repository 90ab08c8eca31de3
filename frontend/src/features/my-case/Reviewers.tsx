import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyCase } from '@/api/generated/public';
import { useName } from '@/ui/names';

/** Who looks at a case anew: the reporter may have something to say against one of them. */
export function Reviewers({ mine: { committee, external_body } }: { mine: MyCase }) {
  const { t } = useTranslation('my-case');
  const name = useName();
  if (committee.length === 0 && !external_body) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>{t('reviewers.title')}</Title>
      {external_body && <Text>{external_body}</Text>}
      {committee.map((seat) => (
        <Text key={`${seat.side} ${seat.name}`}>
          {`${seat.name}, ${name(seat.organisation)} · ${t(`reviewers.side.${seat.side}`)}`}
        </Text>
      ))}
      {committee.length > 0 && <Text c="dimmed">{t('reviewers.help')}</Text>}
    </Stack>
  );
}
