import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/generated';
import {
  getAccountQueryKey,
  listAccountsQueryKey,
  updateAccountMutation,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { useKeepRecord } from '@/api/useKeepRecord';
import { useMe } from '@/features/identity/useMe';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';

/** Closing asks first; opening again does not, since nothing is lost by it. */
export function CloseAccount({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const keep = useKeepRecord();
  const notice = useSavedNotice();
  const [asking, setAsking] = useState(false);
  const path = { id: account.id };
  const update = useMutation({
    ...updateAccountMutation(),
    onSuccess: (saved) => {
      notice(saved.active ? t('was_opened') : t('was_closed'));
      return keep(getAccountQueryKey({ path }), saved, listAccountsQueryKey());
    },
  });
  const set = (active: boolean) => {
    setAsking(false);
    update.mutate({ path, headers: ifMatch(account), body: { active } });
  };
  if (account.id === me.id) return null;
  return (
    <>
      <ProblemAlert error={update.error} />
      <Button
        variant="default"
        loading={update.isPending}
        onClick={() => (account.active ? setAsking(true) : set(true))}
      >
        {account.active ? t('close') : t('open')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('close_title', { name: account.name })}
          consequences={t('close_consequences')}
          confirmLabel={t('close')}
          color="felt"
          onConfirm={() => set(false)}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
