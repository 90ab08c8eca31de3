import { Text, Textarea, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { helpId, Question, type QuestionProps, questionId } from './Question';

// Apart: the form begins with words, and most write them.
const VoiceRecorder = lazy(() =>
  import('@/features/voice/VoiceRecorder').then(({ VoiceRecorder }) => ({
    default: VoiceRecorder,
  })),
);

export function WhatQuestion({ draft, dispatch, issues }: QuestionProps) {
  const { t } = useTranslation(['intake', 'errors']);
  return (
    <Question step="what">
      <Textarea
        autosize
        minRows={6}
        maxRows={16}
        aria-labelledby={questionId}
        aria-describedby={helpId}
        value={draft.answers.narrative ?? ''}
        onChange={({ currentTarget }) =>
          dispatch({ type: 'answer', answers: { narrative: currentTarget.value } })
        }
        error={issues.narrative && t(`errors:${issues.narrative}`)}
      />
      <Text size="sm">{t('what.protection')}</Text>
      <Title order={2} size="h4">
        {t('what.or_say')}
      </Title>
      <Suspense>
        <VoiceRecorder voice={draft.voice} onChange={(voice) => dispatch({ type: 'say', voice })} />
      </Suspense>
    </Question>
  );
}
