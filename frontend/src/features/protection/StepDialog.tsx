import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionReferral } from '@/api/generated';
import { zReferralConsent, zReferralOutcome } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { DayField } from '@/ui/forms/DayField';
import { type ApiForm, useApiForm } from '@/ui/forms/useApiForm';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useReloadProtection } from './reload';
import { type StepField, type StepName, steps } from './steps';

type Values = Partial<Record<StepField, string>>;

interface Props {
  name: StepName;
  referral: ProtectionReferral;
  onClose: () => void;
}

/** The API takes a field that was left out, not an empty one. */
const bodyOf = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));

export function StepDialog({ name, referral, onClose }: Props) {
  const { t } = useTranslation('protection');
  const reload = useReloadProtection();
  const [error, setError] = useState<unknown>();
  const { schema, fields, send } = steps[name];
  const empty = Object.fromEntries(fields.map((field) => [field, '']));
  const form = useApiForm<Values>(schema, empty, bodyOf);
  const make = form.onSubmit(async (values) => {
    setError(undefined);
    try {
      const { id } = referral;
      await send({ path: { id }, headers: ifMatch(referral), body: bodyOf(values) });
      onClose();
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
    }
    await reload();
  });
  return (
    <Dialog title={t(`step.${name}.button`)} onClose={onClose}>
      <form noValidate onSubmit={make}>
        <Stack>
          <Text>{t(`step.${name}.help`)}</Text>
          {fields.map((field) => (
            <Field key={field} name={field} form={form} />
          ))}
          <ProblemAlert error={error} />
          <DialogButtons confirm={t('save')} loading={form.submitting} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

function Field({ name, form }: { name: StepField; form: ApiForm<Values> }) {
  const { t } = useTranslation('protection');
  const input = { label: t(`field.${name}`), ...form.getInputProps(name) };
  const choose = { value: '', label: t('choose') };
  switch (name) {
    case 'how':
      return (
        <NativeSelect
          size="md"
          withAsterisk
          data={[
            choose,
            ...zReferralConsent.options.map((value) => ({
              value,
              label: t(`referrals.consent.${value}`),
            })),
          ]}
          {...input}
        />
      );
    case 'outcome':
      return (
        <NativeSelect
          size="md"
          withAsterisk
          data={[
            choose,
            ...zReferralOutcome.options.map((value) => ({
              value,
              label: t(`referrals.outcome.${value}`),
            })),
          ]}
          {...input}
        />
      );
    case 'look_again_on':
      return (
        <DayField
          {...input}
          minDate={todayInBishkek()}
          clearable
          // Anything outside of the dialog would lie under it.
          popoverProps={{ withinPortal: false }}
          value={form.values[name] || null}
          onChange={(day) => form.setFieldValue(name, day ?? '')}
        />
      );
    case 'note':
      return (
        <Textarea autosize minRows={3} withAsterisk description={t('sealed_words')} {...input} />
      );
  }
}
