import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewRecoveryCodesMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zFactorCode } from '@/api/generated/zod.gen';
import { paths } from '@/paths';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { CodeField } from './CodeField';
import { KeepCodes } from './KeepCodes';
import { useRenewMe } from './useRenewMe';

export function RenewCodesPage() {
  const { t } = useTranslation('second-factor');
  const navigate = useNavigate();
  const renewMe = useRenewMe();
  const [codes, setCodes] = useState<string[]>();
  const leave = async () => {
    await renewMe();
    await navigate({ to: paths.me, ignoreBlocker: true });
  };
  return (
    <Stack maw={560} mx="auto">
      <PageHeader title={t('renew')} lead={!codes && t('renew_help')} />
      {codes ? <KeepCodes codes={codes} onKept={leave} /> : <AskCode onCodes={setCodes} />}
    </Stack>
  );
}

function AskCode({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation(['second-factor', 'common']);
  const form = useApiForm(zFactorCode, { code: '' });
  const renew = useMutation({
    ...renewRecoveryCodesMutation(),
    onSuccess: ({ codes }) => onCodes(codes),
    onError: form.showProblem,
  });
  const refused = Object.keys(form.errors).length > 0;
  return (
    <Paper withBorder p="lg" component="section">
      <form noValidate onSubmit={form.onSubmit((body) => renew.mutate({ body }))}>
        <Stack>
          {!refused && (
            <ProblemAlert error={renew.error} meaning={{ 429: 'problem.wrong_codes' }} />
          )}
          <Text>{t('second-factor:renew_old')}</Text>
          <CodeField {...form.getInputProps('code')} />
          <Group>
            <Button type="submit" loading={renew.isPending}>
              {t('second-factor:renew_do')}
            </Button>
            <ButtonLink variant="default" to={paths.me}>
              {t('common:cancel')}
            </ButtonLink>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
