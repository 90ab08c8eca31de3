import { Alert, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Icon, type IconName } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { check, type Proof, submittedAt } from './proof';
import { receiptKeysQuery } from './receiptKeysQuery';

const icons = {
  genuine: 'check',
  not_genuine: 'cross',
  unknown_key: 'alert',
  no_keys: 'alert',
  unreadable: 'alert',
} as const satisfies Record<string, IconName>;

type Finding = keyof typeof icons;

export function ProofVerdict({ proof }: { proof: Proof | undefined }) {
  return proof ? <Checked proof={proof} /> : <Found finding="unreadable" />;
}

function Checked({ proof }: { proof: Proof }) {
  const { t } = useTranslation(['verify', 'common']);
  const { dateTime } = useFormats();
  const keys = useQuery(receiptKeysQuery);
  const verdict = useQuery({
    queryKey: ['verdict', proof, keys.data],
    queryFn: () => check(proof, keys.data ?? []),
    enabled: keys.isSuccess,
    gcTime: 0,
  });
  const again = (
    <Button variant="default" loading={keys.isFetching} onClick={() => keys.refetch()}>
      {t('common:try_again')}
    </Button>
  );
  if (keys.isError || verdict.isError) return <Found finding="no_keys">{again}</Found>;
  if (!verdict.data) return <Loading />;
  if (verdict.data === 'unknown_key') return <Found finding="unknown_key">{again}</Found>;
  if (verdict.data === 'not_genuine') return <Found finding="not_genuine" />;
  return (
    <Found finding="genuine">
      <Facts
        none=""
        facts={[
          { label: t('reference'), value: proof.reference },
          { label: t('submitted'), value: t('at', { at: dateTime(submittedAt(proof)) }) },
        ]}
      />
    </Found>
  );
}

function Found({ finding, children }: { finding: Finding; children?: ReactNode }) {
  const { t } = useTranslation('verify');
  return (
    <Alert
      role="status"
      color={finding === 'not_genuine' ? 'felt' : 'lake'}
      icon={<Icon name={icons[finding]} />}
      title={t(`finding.${finding}.title`)}
    >
      <Text mb="sm">{t(`finding.${finding}.text`)}</Text>
      {children}
    </Alert>
  );
}
