import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { AccountState } from './AccountState';

export function useAccountColumns(): [Column<Account>, ...Column<Account>[]] {
  const { t } = useTranslation(['accounts', 'identity']);
  const name = useName();
  const { dateTime } = useFormats();
  return [
    {
      label: t('accounts:name'),
      show: (account) => (
        <>
          <TextLink to={paths.account} params={{ accountId: account.id }}>
            {account.name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {account.email}
          </Text>
        </>
      ),
    },
    { label: t('accounts:role'), show: ({ role }) => t(`identity:role.${role}`) },
    { label: t('accounts:organisation'), show: ({ organisation }) => name(organisation.names) },
    {
      label: t('accounts:last_seen'),
      show: ({ last_seen_at }) => (last_seen_at ? dateTime(last_seen_at) : t('accounts:never')),
    },
    { label: t('accounts:state'), show: ({ active }) => <AccountState active={active} /> },
  ];
}
