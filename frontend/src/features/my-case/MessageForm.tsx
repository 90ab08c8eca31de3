import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageMyCase } from '@/api/generated/public';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { publicRules } from '@/api/publicRules';
import { useApiForm } from '@/ui/forms/useApiForm';
import type { CaseAccess } from './useCase';

export function MessageForm({ access: { auth, act } }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const [key, setKey] = useState(newIdempotencyKey);
  const form = useApiForm(publicRules.message, { body: '' });
  const send = form.onSubmit(async (body) => {
    if (!(await act(() => messageMyCase({ body, headers: idempotent(key), auth })))) return;
    form.reset();
    setKey(newIdempotencyKey());
  });
  return (
    <form noValidate onSubmit={send}>
      <Stack align="flex-start">
        <Textarea
          autosize
          minRows={3}
          w="100%"
          label={t('messages.write')}
          description={t('messages.write_help')}
          {...form.getInputProps('body')}
        />
        <Button type="submit" variant="default" loading={form.submitting}>
          {t('messages.send')}
        </Button>
      </Stack>
    </form>
  );
}
