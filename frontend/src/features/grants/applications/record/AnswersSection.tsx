import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { GrantAnswer, GrantApplication, GrantQuestion } from '@/api/generated';
import { getPublicGrantCallOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Section } from '@/features/stakeholders/record/Section';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { Loading } from '@/ui/Loading';
import { useName } from '@/ui/names';
import { ApplicationFile } from '../ApplicationFile';
import classes from './Application.module.css';

/** What was answered to each question of the call. */
export function AnswersSection({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  const name = useName();
  const id = application.call.id;
  const call = useQuery(getPublicGrantCallOptions({ path: { id } }));
  return (
    <Section title={t('questions')}>
      {call.isPending && <Loading />}
      {call.isError && <ErrorState error={call.error} onRetry={() => call.refetch()} />}
      <dl className={classes.answers}>
        {call.data?.questions.map((question) => (
          <div key={question.id}>
            <dt>{name(question.prompt)}</dt>
            <dd>
              <Answered
                question={question}
                application={application}
                answer={application.answers.find(({ question_id }) => question_id === question.id)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

interface Props {
  question: GrantQuestion;
  answer: GrantAnswer | undefined;
  application: GrantApplication;
}

function Answered({ question: { kind, options }, answer, application }: Props) {
  const { t } = useTranslation('grant-applications');
  const name = useName();
  const { number } = useFormats();
  const chosen = options?.[(answer?.number ?? 0) - 1];
  const file = application.attachments.find(({ id }) => id === answer?.attachment_id);
  if (kind === 'file' && file) return <ApplicationFile application={application.id} file={file} />;
  if (chosen) return name(chosen);
  if (answer?.text) return <span className={classes.words}>{answer.text}</span>;
  if (typeof answer?.yes === 'boolean') return t(answer.yes ? 'yes' : 'no');
  if (typeof answer?.number === 'number') return number(answer.number);
  return (
    <Text span c="dimmed">
      {t('no_answer')}
    </Text>
  );
}
