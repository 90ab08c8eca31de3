import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { helpId, Question, type QuestionProps, questionId } from './Question';

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
    </Question>
  );
}
