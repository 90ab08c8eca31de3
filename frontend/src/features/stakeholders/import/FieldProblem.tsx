import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMessage } from '@/api/problem';
import { Icon } from '@/ui/Icon';

/** What is wrong with a file, where there is no field that could say it. */
export function FieldProblem({ message }: { message: FieldMessage }) {
  const { t } = useTranslation('errors');
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />}>
      {t(message)}
    </Alert>
  );
}
