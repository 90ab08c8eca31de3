import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n/useLanguage';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { useDocumentTitle } from '@/ui/useDocumentTitle';
import { filesOf, toRequest } from './draft';
import { intakeQuery } from './intakeQuery';
import { queueGrievance } from './outgoing';
import { QueuedNotice } from './QueuedNotice';
import { RaiseForm } from './RaiseForm';
import { useDraft } from './useDraft';

export function RaisePage() {
  const { t } = useTranslation('intake');
  useDocumentTitle(t('title'));
  const language = useLanguage();
  const intake = useQuery(intakeQuery);
  const { draft, dispatch, ready, discard } = useDraft();
  const [queued, setQueued] = useState(false);

  const send = async () => {
    const narrative = draft.answers.narrative?.trim() || t('what.voice_instead');
    await queueGrievance(toRequest({ ...draft.answers, narrative }, language), filesOf(draft));
    setQueued(true);
    await discard();
  };

  if (queued) return <QueuedNotice />;
  if (intake.isPending || !ready) return <Loading />;
  if (intake.isError) {
    return <ErrorState error={intake.error} onRetry={() => intake.refetch()} />;
  }
  if (!intake.data.programme) {
    return (
      <EmptyState icon="pause" title={t('closed.title')}>
        {t('closed.text')}
      </EmptyState>
    );
  }
  return (
    <RaiseForm
      intake={intake.data}
      draft={draft}
      dispatch={dispatch}
      onDiscard={discard}
      onSend={send}
    />
  );
}
