import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toApiProblem } from '@/api/problem';
import { Icon } from '@/ui/Icon';
import { ProblemAlert } from '@/ui/ProblemAlert';

const ofPapers = ['sheet_not_open', 'too_many_sheets'] as const;

/** What can go wrong with papers alone has its words here: at the door nobody waits for them. */
export function PaperProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('papers');
  const code = error ? ofPapers.find((one) => one === toApiProblem(error).code) : undefined;
  if (!code) return <ProblemAlert error={error} />;
  return (
    <Alert
      role="alert"
      color="felt"
      icon={<Icon name="alert" />}
      title={t(`problem.${code}.title`)}
    >
      {t(`problem.${code}.help`)}
    </Alert>
  );
}
