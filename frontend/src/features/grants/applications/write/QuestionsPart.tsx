import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantQuestion, GrantQuestionStage } from '@/api/generated';
import { useName } from '@/ui/names';
import { AnswerField } from './AnswerField';
import { answerTo, withAnswer } from './draft';
import { Part } from './Part';
import type { PartProps } from './types';
import classes from './Write.module.css';

/** The questions of one stage; nothing where the call asks none. */
export function QuestionsPart({ stage, ...props }: PartProps & { stage: GrantQuestionStage }) {
  const { t } = useTranslation(['grant-applications', 'grant-calls']);
  const asked = props.call.questions.filter((question) => question.stage === stage);
  if (asked.length === 0) return null;
  return (
    <Part
      id={stage}
      title={t(
        stage === 'eligibility' ? 'grant-calls:eligibility' : 'grant-applications:questions',
      )}
    >
      {asked.map((question) => (
        <Asked key={question.id} question={question} {...props} />
      ))}
    </Part>
  );
}

export const anchorOf = (question: string) => `answer-${question}`;

function Asked({
  question,
  draft,
  onChange,
  application,
}: PartProps & { question: GrantQuestion }) {
  const { t } = useTranslation(['grant-applications', 'grant-calls']);
  const name = useName();
  const { id, stage, expected, required } = question;
  const answer = answerTo(draft, id);
  const headingId = `question-${id}`;
  const notMet = stage === 'eligibility' && answer.yes === !expected;
  return (
    <div id={anchorOf(id)} tabIndex={-1} className={classes.part}>
      <Title order={3} size="h5" id={headingId} mb={4}>
        {name(question.prompt)}
      </Title>
      {question.help && <Text c="dimmed">{name(question.help)}</Text>}
      {!required && (
        <Text size="sm" c="dimmed">
          {t('grant-calls:optional')}
        </Text>
      )}
      <AnswerField
        question={question}
        labelledBy={headingId}
        answer={answer}
        application={application}
        onChange={(next) => onChange((now) => withAnswer(now, next))}
      />
      {notMet && (
        <Text role="alert" c="var(--mantine-color-error)" mt="xs">
          {t('grant-applications:not_met')}
        </Text>
      )}
    </div>
  );
}
