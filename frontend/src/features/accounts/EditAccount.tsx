import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Account, getAccount, updateAccount } from '@/api/generated';
import {
  getAccountQueryKey,
  listAccountsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { zAccountChange } from '@/api/generated/zod.gen';
import { useKeepRecord } from '@/api/useKeepRecord';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { EditRecord } from '@/ui/forms/EditRecord';
import { TextLink } from '@/ui/links';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { AccountFields } from './AccountFields';
import { useAccountLabels } from './useAccountLabels';
import { useComparedAccount } from './useComparedAccount';
import { accountValues } from './values';

export function EditAccount({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const navigate = useNavigate();
  const keep = useKeepRecord();
  const notice = useSavedNotice();
  const path = { id: account.id };
  const target = { to: paths.account, params: { accountId: account.id } };
  const saved = (latest: Account) => {
    void keep(getAccountQueryKey({ path }), latest, listAccountsQueryKey());
    notice();
    return navigate({ ...target, ignoreBlocker: true });
  };
  return (
    <EditRecord
      title={t('edit')}
      back={<TextLink {...target}>{account.name}</TextLink>}
      labels={useAccountLabels()}
      schema={zAccountChange}
      changeSchema={zAccountChange}
      record={account}
      recordKey={getAccountQueryKey({ path })}
      valuesOf={accountValues}
      save={(request) => updateAccount({ path, ...request })}
      load={() => getAccount({ path })}
      onSaved={saved}
      onCancel={() => navigate(target)}
      compared={useComparedAccount()}
    >
      {(form) => (
        <>
          <TextInput withAsterisk label={t('name')} {...form.getInputProps('name')} />
          <AccountFields form={form} ownAccount={account.id === me.id} />
        </>
      )}
    </EditRecord>
  );
}
