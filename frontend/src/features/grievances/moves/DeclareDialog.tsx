import { Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declareInterests, type Grievance } from '@/api/generated';
import { ifMatch } from '@/api/headers';
import { ChoiceList } from '@/ui/ChoiceList';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useForgetCase, useKeepCase, useReloadCase } from '../cases';

interface Props {
  record: Grievance;
  onClose: () => void;
}

/** Asked outright, so that nobody declares "nothing" by leaving a field empty. */
export function DeclareDialog({ record, onClose }: Props) {
  const { t } = useTranslation('cases');
  const say = useSavedNotice();
  const { id } = record;
  const questionId = useId();
  const [tied, setTied] = useState<'no' | 'yes'>();
  const [interests, setInterests] = useState('');
  const keepCase = useKeepCase();
  const forget = useForgetCase(id);
  const reload = useReloadCase(id);
  const body = tied === 'yes' ? { interests } : {};
  const declare = useMutation({
    mutationFn: async () =>
      (await declareInterests({ path: { id }, headers: ifMatch(record), body })).data,
    onSuccess: async (changed) => {
      if (changed && 'id' in changed) keepCase(changed);
      else await forget();
      say(t('move.declare_interests.done'));
      onClose();
    },
    onError: reload,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    declare.mutate();
  };
  const ready = tied === 'no' || (tied === 'yes' && interests.trim().length > 2);
  return (
    <Dialog title={t('move.declare_interests.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t('move.declare_interests.help')}</Text>
          <Text fw={600} id={questionId}>
            {t('declare.question')}
          </Text>
          <ChoiceList
            labelledBy={questionId}
            value={tied}
            onChange={setTied}
            choices={(['no', 'yes'] as const).map((value) => ({
              value,
              label: t(`declare.${value}`),
            }))}
          />
          {tied === 'yes' && (
            <Textarea
              autosize
              minRows={3}
              maxLength={2000}
              label={t('declare.interests')}
              description={t('declare.interests_help')}
              value={interests}
              onChange={({ currentTarget }) => setInterests(currentTarget.value)}
            />
          )}
          <ProblemAlert error={declare.error} />
          <DialogButtons
            confirm={t('move.declare_interests.confirm')}
            disabled={!ready}
            loading={declare.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
