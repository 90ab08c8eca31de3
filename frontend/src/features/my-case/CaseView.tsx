import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenedCase } from '@/api/generated/public';
import { PageHeader } from '@/ui/PageHeader';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { AnswerQuestion } from './AnswerQuestion';
import { CasePhotos } from './CasePhotos';
import { CaseStatus } from './CaseStatus';
import { CheckIn } from './CheckIn';
import { ComeBack } from './ComeBack';
import { ConfirmDone } from './ConfirmDone';
import { Ending } from './Ending';
import { Messages } from './Messages';
import { OwnWords } from './OwnWords';
import { ProposalAnswer } from './ProposalAnswer';
import { Rate } from './Rate';
import { Reviewers } from './Reviewers';
import { Timeline } from './Timeline';
import { useCase } from './useCase';
import { Withdraw } from './Withdraw';

interface Props {
  opened: OpenedCase;
  onClose: (reason: { expired: boolean }) => void;
}

export function CaseView({ opened, onClose }: Props) {
  const { t } = useTranslation('my-case');
  const { access, error } = useCase(opened, () => onClose({ expired: true }));
  return (
    <Stack maw={720} mx="auto" gap="xl">
      <div>
        <PageHeader title={access.case.reference} />
        <CaseStatus mine={access.case} />
      </div>
      <ProblemAlert error={error} />
      <Ending mine={access.case} />
      <Reviewers mine={access.case} />
      <AnswerQuestion access={access} />
      <CheckIn access={access} />
      <ProposalAnswer access={access} />
      <ConfirmDone access={access} />
      <Rate access={access} />
      <ComeBack access={access} />
      <Messages access={access} />
      <CasePhotos access={access} />
      <Timeline steps={access.case.timeline} />
      <OwnWords mine={access.case} />
      <Group>
        <Button variant="default" onClick={() => onClose({ expired: false })}>
          {t('close')}
        </Button>
        <Withdraw access={access} />
      </Group>
    </Stack>
  );
}
