import { Stack, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';
import { GiveProof } from './GiveProof';
import { ProofVerdict } from './ProofVerdict';
import { readProof } from './proof';

/** Checks a receipt on the phone itself: what it says is sent to nobody. */
export function VerifyPage() {
  const { t } = useTranslation('verify');
  const { hash } = useLocation();
  const [given, setGiven] = useState('');
  // The proof leaves the address bar at once, so that it stays in nobody's history.
  useEffect(() => {
    if (!hash) return;
    setGiven(hash);
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [hash]);
  const proof = readProof(given);
  return (
    <Stack maw={640} mx="auto">
      <PageHeader title={t('title')} lead={t('lead')} />
      {given && <ProofVerdict key={given} proof={proof} />}
      <GiveProof onGiven={setGiven} />
      <Text size="sm" c="dimmed">
        {t('stays_here')}
      </Text>
    </Stack>
  );
}
