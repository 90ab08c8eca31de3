import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AgeBand,
  addFocusGroupParticipant,
  type ConsentForm,
  type FocusGroup,
  type Sex,
} from '@/api/generated';
import { zNewParticipant } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useKindOfPerson } from '../notes/useKindOfPerson';
import { ageBands, sexes } from '../vocabulary';
import { ConsentFormSelect, PastDay } from './fields';
import { useReadAgain } from './useReadAgain';

interface Values extends Record<string, unknown> {
  name: string;
  sex: Sex;
  age_band: AgeBand;
  consent_form: ConsentForm | null;
  consented_on: string | null;
}

export function AddParticipantDialog(props: { record: FocusGroup; onClose: () => void }) {
  const { record, onClose } = props;
  const { t } = useTranslation('focus-groups');
  const kindOf = useKindOfPerson();
  const readAgain = useReadAgain(record.id);
  const [key] = useState(newIdempotencyKey);
  const initial: Values = {
    name: '',
    sex: 'female',
    age_band: 'from36',
    consent_form: null,
    consented_on: todayInBishkek(),
  };
  const form = useApiForm(zNewParticipant, initial);
  const add = useMutation({
    mutationFn: (values: Values) =>
      addFocusGroupParticipant({
        path: { id: record.id },
        headers: idempotent(key),
        body: zNewParticipant.parse(values),
      }),
    onSuccess: () => {
      void readAgain();
      onClose();
    },
    onError: form.showProblem,
  });
  const kinds = sexes.flatMap((sex) => ageBands.map((age_band) => ({ sex, age_band })));
  return (
    <Dialog title={t('participant_add')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack>
          <TextInput
            withAsterisk
            autoComplete="off"
            label={t('participant_name')}
            {...form.getInputProps('name')}
          />
          <NativeSelect
            size="md"
            label={t('quote_who')}
            data={kinds.map((kind) => ({
              value: `${kind.sex} ${kind.age_band}`,
              label: kindOf(kind),
            }))}
            value={`${form.values.sex} ${form.values.age_band}`}
            onChange={({ currentTarget }) => {
              const chosen = kinds.find(
                (kind) => `${kind.sex} ${kind.age_band}` === currentTarget.value,
              );
              if (chosen) form.setValues(chosen);
            }}
          />
          <ConsentFormSelect form={form} path="consent_form" />
          <PastDay form={form} path="consented_on" label={t('consent_day')} />
          <ProblemAlert error={add.error} />
          <DialogButtons
            confirm={t('participant_add')}
            loading={add.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
