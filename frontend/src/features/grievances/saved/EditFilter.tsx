import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteSavedFilter, type SavedFilter, updateSavedFilter } from '@/api/generated';
import { listSavedFiltersQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { zSavedFilterChange } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { useRefresh } from '@/api/useKeepRecord';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Dialog } from '@/ui/Dialog';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';

interface Props {
  filter: SavedFilter;
  onClose: () => void;
}

/** Renames a filter, or deletes it. */
export function EditFilter({ filter, onClose }: Props) {
  const { t } = useTranslation('many');
  const { id, name } = filter;
  const [asking, setAsking] = useState(false);
  const reload = useRefresh(listSavedFiltersQueryKey());
  const form = useApiForm(zSavedFilterChange, { name });
  const request = { path: { id }, headers: ifMatch(filter) };
  const after = { onSuccess: onClose, onSettled: reload };
  const rename = useMutation({
    ...after,
    mutationFn: async () => updateSavedFilter({ ...request, body: form.values }),
    onError: form.showProblem,
  });
  const remove = useMutation({ ...after, mutationFn: async () => deleteSavedFilter(request) });
  if (asking) {
    return (
      <ConfirmDialog
        title={t('filters.delete_title', { name })}
        consequences={t('filters.delete_consequences')}
        confirmLabel={t('filters.delete')}
        color="felt"
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
        onCancel={() => setAsking(false)}
      />
    );
  }
  return (
    <Dialog title={t('filters.edit')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit(() => rename.mutate())}>
        <Stack>
          <TextInput withAsterisk label={t('filters.name')} {...form.getInputProps('name')} />
          {Object.keys(form.errors).length === 0 && (
            <ProblemAlert error={rename.error ?? remove.error} />
          )}
          <Group>
            <Button type="submit" loading={rename.isPending}>
              {t('filters.save')}
            </Button>
            <Button variant="default" loading={remove.isPending} onClick={() => setAsking(true)}>
              {t('filters.delete')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
