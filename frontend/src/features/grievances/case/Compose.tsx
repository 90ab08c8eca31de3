import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageGrievance, type SharedWith, type StaffGrievance } from '@/api/generated';
import { zMessageInput, zSharedWith } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { LetterSelect } from '@/features/letters/LetterSelect';
import { below } from '@/features/letters/values';
import { ChoiceList } from '@/ui/ChoiceList';
import { useApiForm } from '@/ui/forms/useApiForm';
import { Icon } from '@/ui/Icon';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useKeepCase } from '../cases';
import classes from './Messages.module.css';
import { icons } from './messageSides';

/** Whom a message goes to is asked first and has no default, so that nothing goes astray. */
export function Compose({ record }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const labelId = useId();
  const [to, setTo] = useState<SharedWith>();
  const released = Boolean(record.summary?.released_at);
  const sides = zSharedWith.options.filter((side) => side !== 'respondent' || released);
  return (
    <Stack gap="sm" mt="lg" data-no-print>
      <Text fw={600} id={labelId}>
        {t('message.to_whom')}
      </Text>
      <ChoiceList
        labelledBy={labelId}
        value={to}
        onChange={setTo}
        choices={sides.map((side) => ({
          value: side,
          label: t(`message.side.to_${side}`),
          help: t(`message.reads.${side}`),
        }))}
      />
      {!released && (
        <Text size="sm" c="dimmed">
          {t('message.respondent_later')}
        </Text>
      )}
      {to && <MessageForm key={to} record={record} to={to} onSent={() => setTo(undefined)} />}
    </Stack>
  );
}

interface FormProps {
  record: StaffGrievance;
  to: SharedWith;
  onSent: () => void;
}

function MessageForm({ record: { id }, to, onSent }: FormProps) {
  const { t } = useTranslation('cases');
  const keepCase = useKeepCase();
  const [key] = useState(newIdempotencyKey);
  const [error, setError] = useState<unknown>();
  const form = useApiForm(zMessageInput, { body: '', shared_with: to });
  const send = form.onSubmit(async (body) => {
    setError(undefined);
    try {
      const { data } = await messageGrievance({ path: { id }, headers: idempotent(key), body });
      keepCase(data);
      onSent();
    } catch (failure) {
      setError(failure);
    }
  });
  return (
    <form noValidate onSubmit={send} className={classes.compose} data-side={`to_${to}`}>
      <LeaveGuard when={form.isDirty() && !form.submitting} />
      <Stack gap="sm" align="flex-start">
        {to === 'reporter' && (
          <LetterSelect
            grievanceId={id}
            onChoose={(text) => form.setFieldValue('body', below(form.values.body, text))}
          />
        )}
        <Textarea
          autosize
          minRows={3}
          w="100%"
          data-autofocus
          label={t(`message.side.to_${to}`)}
          {...form.getInputProps('body')}
        />
        <ProblemAlert error={error} />
        <Button
          type="submit"
          variant="default"
          leftSection={<Icon name={icons[`to_${to}`]} size={18} />}
          loading={form.submitting}
        >
          {t(`message.send.${to}`)}
        </Button>
      </Stack>
    </form>
  );
}
