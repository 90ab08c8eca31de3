import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRelationship } from '@/api/generated';
import { zNewRelationship } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { DayField } from '@/ui/forms/DayField';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { StakeholderPicker } from '../StakeholderPicker';
import { useRelationshipsChanged } from './useRelationshipsChanged';
import { choices, noRelationship, type RelationshipValues, relationshipBody } from './values';

/** What somebody is to another, said from this side: represents, or is represented by. */
export function RelationshipDialog({ of, onClose }: { of: string; onClose: () => void }) {
  const { t } = useTranslation('relationships');
  const changed = useRelationshipsChanged();
  const [key] = useState(newIdempotencyKey);
  const [error, setError] = useState<unknown>();
  const toBody = (values: RelationshipValues) => relationshipBody(of, values);
  const form = useApiForm<RelationshipValues>(zNewRelationship, noRelationship, toBody);
  const submit = form.onSubmit(async (values) => {
    setError(undefined);
    try {
      const body = zNewRelationship.parse(toBody(values));
      await createRelationship({ headers: idempotent(key), body });
      void changed();
      onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
    }
  });
  const problem = form.errors.to_id ?? form.errors.from_id;
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <NativeSelect
            withAsterisk
            size="md"
            label={t('kind_label')}
            data={choices.map(({ kind, side }) => ({
              value: `${kind} ${side}`,
              label: t(`side.${kind}.${side}`),
            }))}
            {...form.getInputProps('choice')}
          />
          <StakeholderPicker
            withAsterisk
            label={t('other')}
            description={t('other_help')}
            comboboxProps={{ withinPortal: false }}
            {...form.getInputProps('other')}
            error={problem}
          />
          <DayField
            clearable
            label={t('since')}
            maxDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('since')}
          />
          <Textarea autosize minRows={2} label={t('note')} {...form.getInputProps('note')} />
          <TextInput
            label={t('source')}
            description={t('source_help')}
            {...form.getInputProps('source')}
          />
          <ProblemAlert error={error} />
          <DialogButtons confirm={t('save')} loading={form.submitting} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
