import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/generated';
import {
  getAccountQueryKey,
  listAccountsQueryKey,
  resetSecondFactorMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { useKeepRecord } from '@/api/useKeepRecord';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** For somebody whose phone and recovery codes are lost. */
export function ResetSecondFactor({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const keep = useKeepRecord();
  const notice = useSavedNotice();
  const [asking, setAsking] = useState(false);
  const path = { id: account.id };
  const reset = useMutation({
    ...resetSecondFactorMutation(),
    onSuccess: (saved) => {
      notice(t('factor_was_reset'));
      return keep(getAccountQueryKey({ path }), saved, listAccountsQueryKey());
    },
  });
  if (!account.actions.includes('reset_second_factor')) return null;
  return (
    <>
      <ProblemAlert error={reset.error} />
      <Button variant="default" loading={reset.isPending} onClick={() => setAsking(true)}>
        {t('reset_factor')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('reset_factor_title', { name: account.name })}
          consequences={t('reset_factor_consequences')}
          confirmLabel={t('reset_factor')}
          color="felt"
          onConfirm={() => {
            setAsking(false);
            reset.mutate({ path, headers: ifMatch(account) });
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
