import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listMandateAccountsOptions } from '@/api/generated/@tanstack/react-query.gen';

interface Props {
  mandateId: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  error?: React.ReactNode;
}

/** Who signs in with the mandate: what the account reaches is told by it from then on. */
export function AccountSelect({ mandateId, value, onChange, error }: Props) {
  const { t } = useTranslation('mandates');
  const { data } = useQuery(listMandateAccountsOptions({ path: { id: mandateId } }));
  return (
    <NativeSelect
      size="md"
      label={t('account')}
      description={t('account_help')}
      error={error}
      data={[
        { value: '', label: t('no_account') },
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange?.(currentTarget.value || null)}
    />
  );
}
