import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerCheckIn, type CheckInAnswer } from '@/api/generated/public';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { publicRules } from '@/api/publicRules';
import { ChoiceList } from '@/ui/ChoiceList';
import { useApiForm } from '@/ui/forms/useApiForm';
import type { CaseAccess } from './useCase';

const answers: CheckInAnswer[] = ['calm', 'unsure', 'pressed', 'harmed'];

/** Asks gently whether anybody does the person harm for having spoken. */
export function CheckIn({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const [given, setGiven] = useState<CheckInAnswer>();
  const { check_in, actions } = access.case;
  if (given) {
    return (
      <Paper withBorder p="lg" component="section">
        <Text role="status">{t(`check_in.thanks_${given === 'calm' ? 'calm' : 'worried'}`)}</Text>
      </Paper>
    );
  }
  if (!check_in || !actions.includes('answer_check_in')) return null;
  return <Question key={check_in.id} access={access} id={check_in.id} onGiven={setGiven} />;
}

interface Props {
  access: CaseAccess;
  id: string;
  onGiven: (answer: CheckInAnswer) => void;
}

function Question({ access: { auth, act }, id, onGiven }: Props) {
  const { t } = useTranslation('my-case');
  const titleId = useId();
  const [key] = useState(newIdempotencyKey);
  const [answer, setAnswer] = useState<CheckInAnswer>();
  const bodyOf = ({ words }: { words: string }) => ({
    check_in_id: id,
    answer: answer ?? 'unsure',
    words: words.trim() || undefined,
  });
  const form = useApiForm(publicRules.checkIn, { words: '' }, bodyOf);
  const send = form.onSubmit(async (values) => {
    if (!answer) return;
    const body = bodyOf(values);
    if (await act(() => answerCheckIn({ body, headers: idempotent(key), auth }))) onGiven(answer);
  });
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={titleId}>
      <form noValidate onSubmit={send}>
        <Stack>
          <Title order={2} id={titleId}>
            {t('check_in.title')}
          </Title>
          <Text>{t('check_in.help')}</Text>
          <ChoiceList
            labelledBy={titleId}
            value={answer}
            onChange={setAnswer}
            choices={answers.map((value) => ({ value, label: t(`check_in.answer.${value}`) }))}
          />
          {answer && answer !== 'calm' && (
            <>
              <Text>{t('check_in.danger')}</Text>
              <Textarea
                autosize
                minRows={3}
                label={t('check_in.words')}
                description={t('check_in.words_help')}
                {...form.getInputProps('words')}
              />
            </>
          )}
          {answer && (
            <Group>
              <Button type="submit" loading={form.submitting}>
                {t('check_in.send')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Paper>
  );
}
