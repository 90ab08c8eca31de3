import { NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ProtectionReferralInput,
  proposeProtectionReferral,
  type ReferralBody,
} from '@/api/generated';
import { zProtectionReferralInput, zReferralBody } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { ErrorSummary } from '@/ui/forms/ErrorSummary';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReloadProtection } from './reload';

interface Props {
  caseId: string;
  onClose: () => void;
}

/** Whom the person could be helped by; nothing is told to anybody yet. */
export function ReferralDialog({ caseId, onClose }: Props) {
  const { t } = useTranslation('protection');
  const reload = useReloadProtection();
  const [key] = useState(newIdempotencyKey);
  const [error, setError] = useState<unknown>();
  const form = useApiForm(zProtectionReferralInput, {
    body: 'crisis_centre' as ReferralBody,
    body_name: '',
    note: '',
  });
  const propose = form.onSubmit(async (body: ProtectionReferralInput) => {
    setError(undefined);
    try {
      await proposeProtectionReferral({ path: { id: caseId }, headers: idempotent(key), body });
      onClose();
      await reload();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
    }
  });
  const labels = {
    body: t('field.body'),
    body_name: t('field.body_name'),
    note: t('field.need'),
  };
  return (
    <Dialog title={t('referrals.propose')} onClose={onClose}>
      <form noValidate onSubmit={propose}>
        <Stack>
          <Text>{t('referrals.propose_help')}</Text>
          <ErrorSummary errors={form.errors} labels={labels} />
          <NativeSelect
            size="md"
            withAsterisk
            label={labels.body}
            data={zReferralBody.options.map((value) => ({
              value,
              label: t(`referrals.body.${value}`),
            }))}
            {...form.getInputProps('body')}
          />
          <TextInput withAsterisk label={labels.body_name} {...form.getInputProps('body_name')} />
          <Textarea
            autosize
            minRows={3}
            withAsterisk
            label={labels.note}
            description={t('sealed_words')}
            {...form.getInputProps('note')}
          />
          <ProblemAlert error={error} />
          <DialogButtons confirm={t('save')} loading={form.submitting} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
