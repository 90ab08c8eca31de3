import { Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createSavedFilter, type SavedFilter, updateSavedFilter } from '@/api/generated';
import { listSavedFiltersQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zNewSavedFilter } from '@/api/generated/zod.gen';
import { idempotent, ifMatch, newIdempotencyKey } from '@/api/headers';
import { useRefresh } from '@/api/useKeepRecord';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';

interface Props {
  saved: SavedFilter[];
  query: string;
  onClose: () => void;
}

/** Asks for a name. One that is used already gets the new filter in place of the old. */
export function KeepFilter({ saved, query, onClose }: Props) {
  const { t } = useTranslation('many');
  const [key] = useState(newIdempotencyKey);
  const reload = useRefresh(listSavedFiltersQueryKey());
  const notice = useSavedNotice();
  const form = useApiForm(zNewSavedFilter, { name: '', query });
  const name = form.values.name.trim();
  const known = saved.find((filter) => filter.name === name);
  const keep = useMutation({
    mutationFn: async () =>
      known
        ? updateSavedFilter({ path: { id: known.id }, headers: ifMatch(known), body: { query } })
        : createSavedFilter({ headers: idempotent(key), body: { name, query } }),
    onSuccess: () => {
      notice(t('filters.kept', { name }));
      onClose();
    },
    onError: form.showProblem,
    onSettled: reload,
  });
  return (
    <Dialog title={t('filters.keep')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit(() => keep.mutate())}>
        <Stack>
          <Text c="dimmed">{t('filters.keep_help')}</Text>
          <TextInput
            withAsterisk
            data-autofocus
            label={t('filters.name')}
            description={known && t('filters.replaces')}
            {...form.getInputProps('name')}
          />
          {Object.keys(form.errors).length === 0 && <ProblemAlert error={keep.error} />}
          <DialogButtons
            confirm={t(known ? 'filters.replace' : 'filters.save')}
            loading={keep.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
