import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreeMyCase } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useFormats } from '@/ui/formats';
import { ContestForm } from './ContestForm';
import type { CaseAccess } from './useCase';

export function ProposalAnswer({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const { date } = useFormats();
  const [asking, setAsking] = useState<'agree' | 'contest'>();
  const { case: mine, auth, act } = access;
  if (!mine.proposal) return null;
  const agree = async () => {
    await act(() => agreeMyCase({ headers: ifMatch(mine), auth }));
    setAsking(undefined);
  };
  const mayAgree = mine.actions.includes('agree_my_case');
  const mayContest = mine.actions.includes('contest_my_case');
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Title order={2}>{t('proposal.title')}</Title>
        <Text style={{ whiteSpace: 'pre-line' }}>{mine.proposal.remedy}</Text>
        {mine.proposal.due_on && (
          <Text c="dimmed">{t('proposal.due', { date: date(mine.proposal.due_on) })}</Text>
        )}
        {asking === 'contest' ? (
          <ContestForm access={access} onCancel={() => setAsking(undefined)} />
        ) : (
          (mayAgree || mayContest) && (
            <Group>
              {mayAgree && (
                <Button onClick={() => setAsking('agree')}>{t('proposal.agree')}</Button>
              )}
              {mayContest && (
                <Button variant="default" onClick={() => setAsking('contest')}>
                  {t('proposal.contest')}
                </Button>
              )}
            </Group>
          )
        )}
        {asking === 'agree' && (
          <ConfirmDialog
            title={t('proposal.agree_title')}
            consequences={t('proposal.agree_consequences')}
            confirmLabel={t('proposal.agree')}
            onConfirm={agree}
            onCancel={() => setAsking(undefined)}
          />
        )}
      </Stack>
    </Paper>
  );
}
