import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperBatch, type PaperSheet, voidPaperBatch, voidPaperSheet } from '@/api/generated';
import {
  getPaperBatchQueryKey,
  getPaperSheetQueryKey,
  listPaperBatchesQueryKey,
  listPaperSheetsQueryKey,
} from '@/api/generated/@tanstack/react-query.gen';
import { zVoiding } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { PaperProblem } from './PaperProblem';

/** Of a sheet that was lost or spoilt. */
export function VoidSheet({ sheet }: { sheet: PaperSheet }) {
  const { t } = useTranslation('papers');
  return (
    <VoidButton
      label={t('void.one')}
      consequences={t('void.consequences')}
      batchId={sheet.batch_id}
      onVoid={(body) =>
        voidPaperSheet({ path: { id: sheet.number }, headers: ifMatch(sheet), body })
      }
    />
  );
}

/** Of all that have not come back. */
export function VoidBatch({ batch }: { batch: PaperBatch }) {
  const { t } = useTranslation('papers');
  return (
    <VoidButton
      label={t('void.rest')}
      consequences={t('void.consequences_rest')}
      batchId={batch.id}
      onVoid={(body) => voidPaperBatch({ path: { id: batch.id }, headers: ifMatch(batch), body })}
    />
  );
}

interface Props {
  label: string;
  consequences: string;
  batchId: string;
  onVoid: (body: { reason: string }) => Promise<unknown>;
}

function VoidButton({ label, consequences, batchId, onVoid }: Props) {
  const { t } = useTranslation('papers');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const form = useApiForm(zVoiding, { reason: '' });
  const reload = () =>
    Promise.all(
      [
        getPaperBatchQueryKey({ path: { id: batchId } }),
        listPaperSheetsQueryKey({ path: { id: batchId } }),
        listPaperBatchesQueryKey(),
        // Whichever sheet it was.
        [{ _id: getPaperSheetQueryKey({ path: { id: '' } })[0]._id }],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  const make = useMutation({
    mutationFn: onVoid,
    onSuccess: () => setOpen(false),
    onError: form.showProblem,
    onSettled: reload,
  });
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <Dialog title={t('void.title')} onClose={() => setOpen(false)}>
          <form noValidate onSubmit={form.onSubmit((body) => make.mutate(body))}>
            <Stack>
              <Text>{consequences}</Text>
              <TextInput
                withAsterisk
                data-autofocus
                label={t('void.reason')}
                description={t('void.reason_help')}
                {...form.getInputProps('reason')}
              />
              <PaperProblem error={make.error} />
              <DialogButtons
                confirm={t('void.confirm')}
                color="felt"
                loading={make.isPending}
                onCancel={() => setOpen(false)}
              />
            </Stack>
          </form>
        </Dialog>
      )}
    </>
  );
}
