import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseOutcome, GrievanceSummary } from '@/api/generated';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { type Reason, reasonOf } from './reasons';

interface Props {
  chosen: GrievanceSummary[];
  answers: CaseOutcome[];
  done: (count: number) => string;
}

/** How many were moved; and of the others, by name, why not. */
export function BulkResult({ chosen, answers, done }: Props) {
  const { t } = useTranslation('many');
  const left = answers.filter(({ problem }) => problem);
  const reasons = [...new Set(left.map(reasonOf))];
  const referenceOf = new Map(chosen.map(({ id, reference }) => [id, reference]));
  const because = (reason: Reason) => left.filter((answer) => reasonOf(answer) === reason);
  return (
    <Stack gap="sm">
      <Text fw={600}>{done(answers.length - left.length)}</Text>
      {reasons.map((reason) => (
        <Alert key={reason} color="felt" icon={<Icon name="alert" />} title={t(`reason.${reason}`)}>
          <List listStyleType="none" spacing={2}>
            {because(reason).map(({ id }) => (
              <List.Item key={id}>
                {reason === 'not_found' ? (
                  referenceOf.get(id)
                ) : (
                  <TextLink to={paths.grievance} params={{ grievanceId: id }}>
                    {referenceOf.get(id)}
                  </TextLink>
                )}
              </List.Item>
            ))}
          </List>
        </Alert>
      ))}
    </Stack>
  );
}
