import { Button, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachMyCase } from '@/api/generated/public';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { voiceName } from '@/features/voice/recording';
import type { CaseAccess } from './useCase';

const VoiceRecorder = lazy(() =>
  import('@/features/voice/VoiceRecorder').then(({ VoiceRecorder }) => ({
    default: VoiceRecorder,
  })),
);

type Sending = 'ready' | 'sending' | 'waiting' | 'sent';

/**
 * A recording for a case that is open. It is kept in memory alone: what opens the case is nowhere on
 * this phone, so nothing could send it later.
 */
export function CaseVoice({ access: { auth, act } }: { access: CaseAccess }) {
  const { t } = useTranslation('voice');
  const [voice, setVoice] = useState<Blob>();
  const [key, setKey] = useState(newIdempotencyKey);
  const [state, setState] = useState<Sending>('ready');
  const change = (recorded: Blob | undefined) => {
    setVoice(recorded);
    setKey(newIdempotencyKey());
    setState('ready');
  };
  const send = async () => {
    if (!voice) return;
    setState('sending');
    const headers = { ...idempotent(key), 'Content-Type': voice.type };
    const upload = () =>
      attachMyCase({ body: voice, query: { name: voiceName(voice) }, headers, auth });
    const arrived = await act(upload);
    if (arrived) change(undefined);
    setState(arrived ? 'sent' : 'waiting');
  };
  const sendAgain = useEffectEvent(() => {
    if (state === 'waiting') send();
  });
  useEffect(() => {
    const again = () => sendAgain();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={3}>{t('title')}</Title>
      <Suspense>
        <VoiceRecorder voice={voice} onChange={change} />
      </Suspense>
      {voice && (
        <Button loading={state === 'sending'} onClick={send}>
          {t('send')}
        </Button>
      )}
      <Text role="status">
        {state === 'waiting' && t('waits')}
        {state === 'sent' && t('sent')}
      </Text>
    </Stack>
  );
}
