import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenedCase } from '@/api/generated/public';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { CasePhotos } from './CasePhotos';
import { CaseStatus } from './CaseStatus';
import { CheckIn } from './CheckIn';
import { ConfirmDone } from './ConfirmDone';
import { LeaveQuickly } from './LeaveQuickly';
import { Messages } from './Messages';
import { OwnWords } from './OwnWords';
import { ProposalAnswer } from './ProposalAnswer';
import { Rate } from './Rate';
import { Timeline } from './Timeline';
import { useCase } from './useCase';

interface Props {
  opened: OpenedCase;
  onClose: (reason: { expired: boolean }) => void;
}

export function CaseView({ opened, onClose }: Props) {
  const { t } = useTranslation('my-case');
  const { access, error } = useCase(opened, () => onClose({ expired: true }));
  return (
    <Stack maw={720} mx="auto" gap="xl">
      <LeaveQuickly />
      <div>
        <PageHeader title={access.case.reference} />
        <CaseStatus mine={access.case} />
      </div>
      <ProblemAlert error={error} />
      <CheckIn access={access} />
      <ProposalAnswer access={access} />
      <ConfirmDone access={access} />
      <Rate access={access} />
      <Messages access={access} />
      <CasePhotos access={access} />
      <Timeline steps={access.case.timeline} />
      <OwnWords mine={access.case} />
      <Group>
        <Button variant="default" onClick={() => onClose({ expired: false })}>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}
