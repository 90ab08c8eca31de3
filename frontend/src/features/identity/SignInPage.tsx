import { Paper, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Challenge, Session } from '@/api/generated/public';
import { paths } from '@/paths';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import { FirstStep } from './FirstStep';
import { useSignedIn } from './useSignedIn';

// Apart: most people who sign in from a poor network have no second factor.
const SecondStep = lazy(() => import('./SecondStep'));

export function SignInPage() {
  const { t } = useTranslation('identity');
  const { next } = useSearch({ from: '/_public/sign-in' });
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const [challenge, setChallenge] = useState<Challenge>();
  const enter = async (session: Session) => {
    await signedIn(session);
    await navigate({ to: next ?? paths.desk });
  };
  return (
    <Stack maw={440} mx="auto">
      <PageHeader title={t('sign_in.title')} lead={!challenge && t('sign_in.lead')} />
      <Paper withBorder p="lg" component="section">
        {challenge ? (
          <Suspense fallback={<Loading />}>
            <SecondStep
              challenge={challenge}
              onSession={enter}
              onAgain={() => setChallenge(undefined)}
            />
          </Suspense>
        ) : (
          <FirstStep
            onAnswer={(answer) =>
              'challenge_token' in answer ? setChallenge(answer) : enter(answer)
            }
          />
        )}
      </Paper>
      {!challenge && <Text c="dimmed">{t('sign_in.no_account')}</Text>}
    </Stack>
  );
}
