import { Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantQuestion } from '@/api/generated';
import { useName } from '@/ui/names';
import { YesNo } from '../YesNo';
import { ofEligibility, type Said } from './eligibility';

interface Props {
  questions: readonly GrantQuestion[];
  said: Said;
  onSay: (said: Said) => void;
}

/** Whether somebody can apply at all, before they write anything. */
export function EligibilityStep({ questions, said, onSay }: Props) {
  const { t } = useTranslation('grant-calls');
  const asked = ofEligibility(questions);
  if (asked.length === 0) return null;
  return (
    <Stack component="section">
      <Title order={2}>{t('eligibility')}</Title>
      {asked.map((question) => (
        <Question
          key={question.id}
          question={question}
          value={said[question.id]}
          onChange={(yes) => onSay({ ...said, [question.id]: yes })}
        />
      ))}
    </Stack>
  );
}

interface QuestionProps {
  question: GrantQuestion;
  value: boolean | undefined;
  onChange: (value: boolean) => void;
}

function Question({ question, value, onChange }: QuestionProps) {
  const name = useName();
  const id = useId();
  return (
    <div>
      <Title order={3} size="h5" id={id} mb={4}>
        {name(question.prompt)}
      </Title>
      {question.help && <Text c="dimmed">{name(question.help)}</Text>}
      <YesNo labelledBy={id} value={value} onChange={onChange} />
    </div>
  );
}
