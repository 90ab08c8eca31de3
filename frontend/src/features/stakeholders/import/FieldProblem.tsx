import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '@/api/problem';
import { Icon } from '@/ui/Icon';

/** What is wrong with a file, where there is no field that could say it. */
export function FieldProblem({ message }: { message: Refusal }) {
  const { t } = useTranslation(['errors', 'refusals']);
  return (
    <Alert role="alert" color="felt" icon={<Icon name="alert" />}>
      {t(message)}
    </Alert>
  );
}
