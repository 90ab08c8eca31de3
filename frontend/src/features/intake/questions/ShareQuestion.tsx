import { useTranslation } from 'react-i18next';
import { ChoiceList } from '@/ui/ChoiceList';
import { Question, type QuestionProps, questionId } from './Question';

const choices = ['no', 'yes'] as const;

export function ShareQuestion({ draft, dispatch }: QuestionProps) {
  const { t } = useTranslation('intake');
  return (
    <Question step="share">
      <ChoiceList
        labelledBy={questionId}
        value={draft.answers.share_with_community ? 'yes' : 'no'}
        onChange={(chosen) =>
          dispatch({ type: 'answer', answers: { share_with_community: chosen === 'yes' } })
        }
        choices={choices.map((value) => ({
          value,
          label: t(`share.${value}`),
          help: t(`share.${value}_help`),
        }))}
      />
    </Question>
  );
}
