import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMyProof, type OwnProof } from '@/api/generated/public';
import { ReceiptPaper } from '@/features/intake/ReceiptPaper';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import type { CaseAccess } from './useCase';

interface Props {
  access: CaseAccess;
  onClose: () => void;
}

/** The receipt once more, without the code that nobody but the reporter knows. In memory only, as the case is. */
export function OwnReceipt({ access: { auth }, onClose }: Props) {
  const { t } = useTranslation(['my-case', 'intake']);
  const [own, setOwn] = useState<OwnProof>();
  const [error, setError] = useState<unknown>();
  const load = async () => {
    setError(undefined);
    try {
      setOwn((await getMyProof({ auth })).data);
    } catch (failure) {
      setError(failure);
    }
  };
  const loadAtOnce = useEffectEvent(load);
  useEffect(() => {
    loadAtOnce();
  }, []);
  return (
    <Stack maw={640} mx="auto">
      <PageHeader title={t('my-case:receipt.title')} />
      {Boolean(error) && <ErrorState error={error} onRetry={load} />}
      {!error && !own && <Loading />}
      {own && (
        <>
          <ReceiptPaper
            reference={own.reference}
            submittedAt={own.submitted_at}
            proof={own.proof}
          />
          <Text>{t('my-case:receipt.no_code')}</Text>
        </>
      )}
      <Group data-no-print>
        {own && (
          <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
            {t('intake:receipt.print')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('my-case:receipt.back')}
        </Button>
      </Group>
    </Stack>
  );
}
