import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contestMyCase } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { publicRules } from '@/api/publicRules';
import { useApiForm } from '@/ui/forms/useApiForm';
import type { CaseAccess } from './useCase';

interface Props {
  access: CaseAccess;
  onCancel: () => void;
}

export function ContestForm({ access: { case: mine, auth, act }, onCancel }: Props) {
  const { t } = useTranslation(['my-case', 'common']);
  const form = useApiForm(publicRules.contest, { reason: '' });
  const send = form.onSubmit(async (body) => {
    if (await act(() => contestMyCase({ body, headers: ifMatch(mine), auth }))) onCancel();
  });
  return (
    <form noValidate onSubmit={send}>
      <Stack>
        <Textarea
          autosize
          minRows={3}
          label={t('proposal.reason')}
          description={t('proposal.reason_help')}
          {...form.getInputProps('reason')}
        />
        <Group>
          <Button type="submit" loading={form.submitting}>
            {t('proposal.send_reason')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
