import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantQuestion } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import classes from './CallBody.module.css';

/** What applicants are asked, and what an answer has to be. */
export function QuestionList({ questions, none }: { questions: GrantQuestion[]; none?: string }) {
  const name = useName();
  if (questions.length === 0) return none ? <Text c="dimmed">{none}</Text> : null;
  return (
    <ol className={classes.items}>
      {questions.map((question) => (
        <li key={question.id}>
          <Text>{name(question.prompt)}</Text>
          {question.help && (
            <Text size="sm" c="dimmed">
              {name(question.help)}
            </Text>
          )}
          <Rules question={question} />
          {question.options && (
            <ul>
              {question.options.map((option) => (
                <li key={option.en}>{name(option)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Rules({ question }: { question: GrantQuestion }) {
  const { t } = useTranslation('grant-calls');
  const { number } = useFormats();
  const { kind, stage, required, expected, max_length, least, most } = question;
  const rules =
    stage === 'eligibility'
      ? [t(expected ? 'needs_yes' : 'needs_no')]
      : [
          t(`question_kind.${kind}`),
          !required && t('optional'),
          kind === 'text' && max_length && t('most_letters', { letters: number(max_length) }),
          kind === 'number' && typeof least === 'number' && t('least', { least: number(least) }),
          kind === 'number' && typeof most === 'number' && t('most', { most: number(most) }),
        ];
  return (
    <Text size="sm" c="dimmed">
      {rules.filter(Boolean).join(' · ')}
    </Text>
  );
}
