import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenedCase, openReceipt } from '@/api/generated/public';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { digitsOf, inFours, isWhole } from './code';
import { ScanSlip } from './ScanSlip';

interface Props {
  expired: boolean;
  onOpened: (opened: OpenedCase) => void;
}

export function CodeForm({ expired, onOpened }: Props) {
  const { t } = useTranslation('my-case');
  const [code, setCode] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const open = useMutation({
    mutationFn: async () => (await openReceipt({ body: { code } })).data,
    onSuccess: onOpened,
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIncomplete(!isWhole(code));
    if (isWhole(code)) open.mutate();
  };
  return (
    <Stack maw={480} mx="auto">
      <PageHeader title={t('title')} lead={t('enter.lead')} />
      {expired && !open.error && <Alert role="status">{t('enter.expired')}</Alert>}
      <ProblemAlert error={open.error} meaning={{ 404: 'problem.unknown_code' }} />
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('enter.label')}
            description={t('enter.privacy')}
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            size="lg"
            value={inFours(code)}
            onChange={({ currentTarget }) => setCode(digitsOf(currentTarget.value))}
            error={incomplete && t('enter.incomplete')}
          />
          <Button type="submit" size="lg" loading={open.isPending}>
            {t('enter.open')}
          </Button>
        </Stack>
      </form>
      <ScanSlip onCode={setCode} />
      <Text size="sm" c="dimmed">
        {t('enter.lost')}
      </Text>
    </Stack>
  );
}
