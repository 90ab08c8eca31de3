import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldMessage, type ProblemMessage, problemMessage, toApiProblem } from '@/api/problem';
import { Icon } from './Icon';

interface Props {
  error: unknown;
  /** What a status means on this very page, where that is more than it means elsewhere. */
  meaning?: Partial<Record<number, ProblemMessage>>;
}

/** Says what happened, that nothing was lost, and what to do. */
export function ProblemAlert({ error, meaning = {} }: Props) {
  const { t } = useTranslation('errors');
  if (!error) return null;
  const { status, requestId, fields } = toApiProblem(error);
  const message = meaning[status] ?? problemMessage(error);
  // What is wrong with a body that has no fields: a file.
  const whole = fields.find(({ pointer }) => pointer === '');
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />} title={t(`${message}.title`)}>
      <Text size="sm">{t(whole ? fieldMessage(whole.code) : `${message}.help`)}</Text>
      {requestId && message === 'problem.unexpected' && (
        <Text size="sm" mt={4}>
          {t('request_id', { id: requestId })}
        </Text>
      )}
    </Alert>
  );
}
