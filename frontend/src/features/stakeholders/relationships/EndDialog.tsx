import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endRelationship, type Relationship } from '@/api/generated';
import { zRelationshipEnd } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { DayField } from '@/ui/forms/DayField';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useRelationshipsChanged } from './useRelationshipsChanged';

interface Values extends Record<string, unknown> {
  until: string | null;
}

/** Says that it is over: it stays on the record of both, with its last day. */
export function EndDialog({ tie, onClose }: { tie: Relationship; onClose: () => void }) {
  const { t } = useTranslation('relationships');
  const changed = useRelationshipsChanged();
  const [error, setError] = useState<unknown>();
  const form = useApiForm<Values>(zRelationshipEnd, { until: todayInBishkek() });
  const submit = form.onSubmit(async (values) => {
    setError(undefined);
    try {
      const body = zRelationshipEnd.parse(values);
      await endRelationship({ path: { id: tie.id }, headers: ifMatch(tie), body });
      void changed();
      onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
    }
  });
  return (
    <Dialog title={t('end')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text>{`${tie.from.name} – ${t(`kind.${tie.kind}`)} – ${tie.to.name}`}</Text>
          <Text>{t('end_help')}</Text>
          <DayField
            withAsterisk
            label={t('until')}
            maxDate={todayInBishkek()}
            // Anything outside of the dialog would lie under it.
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('until')}
          />
          <ProblemAlert error={error} />
          <DialogButtons confirm={t('end')} loading={form.submitting} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
