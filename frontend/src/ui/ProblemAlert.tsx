import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemMessage, toApiProblem } from '@/api/problem';
import { Icon } from './Icon';

/** Says what happened, that nothing was lost, and what to do. */
export function ProblemAlert({ error }: { error: unknown }) {
  const { t } = useTranslation('errors');
  if (!error) return null;
  const message = problemMessage(error);
  const { requestId } = toApiProblem(error);
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />} title={t(`${message}.title`)}>
      <Text size="sm">{t(`${message}.help`)}</Text>
      {requestId && message === 'problem.unexpected' && (
        <Text size="sm" mt={4}>
          {t('request_id', { id: requestId })}
        </Text>
      )}
    </Alert>
  );
}
