import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { helpId, Question, type QuestionProps, questionId } from './Question';

export function WishQuestion({ draft, dispatch, issues }: QuestionProps) {
  const { t } = useTranslation('errors');
  return (
    <Question step="wish">
      <Textarea
        autosize
        minRows={4}
        maxRows={12}
        aria-labelledby={questionId}
        aria-describedby={helpId}
        value={draft.answers.wish ?? ''}
        onChange={({ currentTarget }) =>
          dispatch({ type: 'answer', answers: { wish: currentTarget.value } })
        }
        error={issues.wish && t(issues.wish)}
      />
    </Question>
  );
}
