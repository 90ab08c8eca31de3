import { Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerMyCase } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { publicRules } from '@/api/publicRules';
import { useApiForm } from '@/ui/forms/useApiForm';
import type { CaseAccess } from './useCase';

/** The programme's question, and room for the answer that the case waits for. */
export function AnswerQuestion({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const { case: mine, auth, act } = access;
  const form = useApiForm(publicRules.message, { body: '' });
  if (!mine.actions.includes('answer_my_case')) return null;
  const question = mine.messages.findLast(({ from }) => from === 'programme');
  const send = form.onSubmit(async (body) => {
    if (await act(() => answerMyCase({ body, headers: ifMatch(mine), auth }))) form.reset();
  });
  return (
    <Paper withBorder p="lg" component="section">
      <form noValidate onSubmit={send}>
        <Stack align="flex-start">
          <Title order={2}>{t('question.title')}</Title>
          <Text style={{ whiteSpace: 'pre-line' }}>{question?.body}</Text>
          <Textarea
            autosize
            minRows={3}
            w="100%"
            label={t('question.answer')}
            description={t('question.help')}
            {...form.getInputProps('body')}
          />
          <Button type="submit" loading={form.submitting}>
            {t('question.send')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
