import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Grievance } from '@/api/generated';
import { paths } from '@/paths';
import { Icon } from '@/ui/Icon';
import { TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { ClockWords } from '../ClockWords';
import { GrievanceStateBadge } from '../GrievanceStateBadge';
import { MoveBar } from '../moves/MoveBar';
import { SeverityMark } from '../SeverityMark';

interface Props {
  record: Grievance;
  move?: string;
}

/** Which case, where it stands, how much time is left, and what this person may do with it now. */
export function CaseHeader({ record, move }: Props) {
  const { t } = useTranslation('cases');
  const { reference, state, severity, category } = record;
  return (
    <Stack gap="sm" mb="lg">
      <Group justify="space-between" data-no-print>
        <TextLink to={paths.grievances}>{t('back_to_list')}</TextLink>
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="print" size={18} />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </Group>
      <div>
        <PageHeader title={reference} lead={category && t(`category.${category}`)} />
        <Group gap="md">
          <GrievanceStateBadge state={state} />
          {severity && <SeverityMark severity={severity} />}
          {record.audience === 'staff' && <ClockWords clocked={record} />}
          {record.audience === 'staff' && record.track === 'protection' && (
            <Text fw={600} c="var(--mantine-color-error)">
              {t('track.protection')}
            </Text>
          )}
        </Group>
      </div>
      <MoveBar record={record} opened={move} />
    </Stack>
  );
}
