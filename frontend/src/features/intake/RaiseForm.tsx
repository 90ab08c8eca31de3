import { Button, Group, Stack, Text } from '@mantine/core';
import { type Dispatch, type FormEvent, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '@/api/generated/public';
import type { FieldMessage } from '@/api/problem';
import { Icon } from '@/ui/Icon';
import { Loading } from '@/ui/Loading';
import { DeleteDraft } from './DeleteDraft';
import { type Draft, type DraftAction, stepIssues, stepsFor } from './draft';
import { ProgressLine } from './ProgressLine';
import { loadLater, type QuestionProps, questions } from './questions';

interface Props {
  intake: Intake;
  draft: Draft;
  dispatch: Dispatch<DraftAction>;
  onDiscard: () => Promise<void>;
  onSend: () => Promise<void>;
}

export function RaiseForm({ intake, draft, dispatch, onDiscard, onSend }: Props) {
  const { t } = useTranslation(['intake', 'common']);
  const [issues, setIssues] = useState<Record<string, FieldMessage>>({});
  const [sending, setSending] = useState(false);
  const { step, answers } = draft;
  const steps = stepsFor(answers);
  const Question = questions[step];
  useEffect(() => {
    // What fails now is tried again when it is needed.
    loadLater().catch(() => undefined);
  }, []);

  const move = (action: DraftAction) => {
    setIssues({});
    dispatch(action);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = await stepIssues(step, draft);
    if (Object.keys(found).length > 0) return setIssues(found);
    if (step !== 'check') return move({ type: 'next' });
    setSending(true);
    await onSend();
  };
  const props: QuestionProps = { intake, draft, dispatch: move, issues };

  return (
    <form noValidate onSubmit={submit}>
      <Stack maw={640} mx="auto" gap="lg">
        <ProgressLine step={steps.indexOf(step) + 1} total={steps.length} />
        <Suspense fallback={<Loading />}>
          <Question key={step} {...props} />
        </Suspense>
        <Group>
          {step !== steps[0] && (
            <Button
              variant="default"
              size="lg"
              leftSection={<Icon name="arrowLeft" />}
              onClick={() => move({ type: 'back' })}
            >
              {t('common:back')}
            </Button>
          )}
          <Button type="submit" size="lg" loading={sending}>
            {step === 'check' ? t('check.send') : t('next')}
          </Button>
        </Group>
        <Group gap="md" justify="space-between">
          <Text c="dimmed" size="sm">
            {t('saved')}
          </Text>
          <DeleteDraft onDelete={onDiscard} />
        </Group>
      </Stack>
    </form>
  );
}
