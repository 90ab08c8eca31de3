import { Button, Group, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedCase } from '@/api/generated/public';
import { Loading } from '@/ui/Loading';
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

const OwnReceipt = lazy(() =>
  import('./OwnReceipt').then(({ OwnReceipt }) => ({ default: OwnReceipt })),
);

interface Props {
  opened: OpenedCase;
  onClose: (reason: { expired: boolean }) => void;
}

export function CaseView({ opened, onClose }: Props) {
  const { t } = useTranslation('my-case');
  const { access, error } = useCase(opened, () => onClose({ expired: true }));
  const [onPaper, setOnPaper] = useState(false);
  if (onPaper) {
    return (
      <Suspense fallback={<Loading />}>
        <OwnReceipt access={access} onClose={() => setOnPaper(false)} />
      </Suspense>
    );
  }
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
        <Button variant="default" onClick={() => setOnPaper(true)}>
          {t('receipt.button')}
        </Button>
        <Withdraw access={access} />
      </Group>
    </Stack>
  );
}
