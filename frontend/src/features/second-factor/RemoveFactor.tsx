import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeSecondFactorMutation } from '@/api/generated/@tanstack/react-query.gen';
import { zFactorCode } from '@/api/generated/zod.gen';
import { Dialog } from '@/ui/Dialog';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { CodeField } from './CodeField';
import { useRenewMe } from './useRenewMe';

export function RemoveFactor() {
  const { t } = useTranslation('second-factor');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {asking && <AskCode onClose={() => setAsking(false)} />}
    </>
  );
}

function AskCode({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['second-factor', 'common']);
  const notice = useSavedNotice();
  const renewMe = useRenewMe();
  const form = useApiForm(zFactorCode, { code: '' });
  const remove = useMutation({
    ...removeSecondFactorMutation(),
    onSuccess: async () => {
      onClose();
      notice(t('second-factor:removed'));
      await renewMe();
    },
    onError: form.showProblem,
  });
  const refused = Object.keys(form.errors).length > 0;
  return (
    <Dialog title={t('second-factor:remove_title')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((body) => remove.mutate({ body }))}>
        <Stack>
          {!refused && (
            <ProblemAlert error={remove.error} meaning={{ 429: 'problem.wrong_codes' }} />
          )}
          <Text>{t('second-factor:remove_consequences')}</Text>
          <CodeField {...form.getInputProps('code')} />
          <Group>
            <Button type="submit" color="felt" loading={remove.isPending}>
              {t('second-factor:remove')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
