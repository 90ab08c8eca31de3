import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ProblemMessage, problemMessage, refusal, toApiProblem } from '@/api/problem';
import { Icon } from './Icon';

interface Props {
  error: unknown;
  /** What a status means on this very page, where that is more than it means elsewhere. */
  meaning?: Partial<Record<number, ProblemMessage>>;
}

type Catalogues = ['errors', 'case-errors', 'refusals'];

/** Says what happened, that nothing was lost, and what to do. */
export function ProblemAlert({ error, meaning = {} }: Props) {
  if (!error) return null;
  const { status } = toApiProblem(error);
  return <Said error={error} message={meaning[status] ?? problemMessage(error)} />;
}

/** What can befall only who has a case before them has words of its own, which nobody else waits for. */
function Said({ error, message }: { error: unknown; message: ProblemMessage }) {
  const isOfCases = message.startsWith('case-errors:');
  const { t } = useTranslation(
    (isOfCases ? ['errors', 'case-errors'] : ['errors']) as unknown as Catalogues,
  );
  const { requestId, fields } = toApiProblem(error);
  // What is wrong with a body that has no fields: a file.
  const whole = fields.find(({ pointer }) => pointer === '');
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />} title={t(`${message}.title`)}>
      <Text size="sm">{t(whole ? refusal(whole.code) : `${message}.help`)}</Text>
      {requestId && message === 'problem.unexpected' && (
        <Text size="sm" mt={4}>
          {t('request_id', { id: requestId })}
        </Text>
      )}
    </Alert>
  );
}
