import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachMyCase } from '@/api/generated/public';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { ProblemAlert } from '@/ui/ProblemAlert';

interface Props {
  photos: Blob[];
  token: string;
}

/** Photos follow the grievance one by one: a lost connection costs one photo, not the grievance. */
export function PhotoSending({ photos, token }: Props) {
  const { t } = useTranslation(['intake', 'common']);
  const keys = useRef(photos.map(newIdempotencyKey));
  const [sent, setSent] = useState(0);
  const [error, setError] = useState<unknown>();
  const running = useRef(false);

  const send = useEffectEvent(async () => {
    if (running.current) return;
    running.current = true;
    setError(undefined);
    try {
      for (let index = sent; index < photos.length; index += 1) {
        const body = photos[index] as Blob;
        const key = keys.current[index] as string;
        const headers = { ...idempotent(key), 'Content-Type': body.type };
        const query = { name: `photo-${index + 1}.jpg` };
        await attachMyCase({ body, headers, query, auth: () => token });
        setSent(index + 1);
      }
    } catch (failure) {
      setError(failure);
    } finally {
      running.current = false;
    }
  });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt sends again
  useEffect(() => {
    send();
  }, [attempt]);

  if (photos.length === 0) return null;
  if (sent === photos.length) return <Text role="status">{t('receipt.photos.sent')}</Text>;
  if (!error) {
    return <Text role="status">{t('receipt.photos.sending', { sent, total: photos.length })}</Text>;
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{t('receipt.photos.failed')}</Text>
      <ProblemAlert error={error} />
      <Button variant="default" onClick={() => setAttempt(attempt + 1)}>
        {t('common:try_again')}
      </Button>
    </Stack>
  );
}
