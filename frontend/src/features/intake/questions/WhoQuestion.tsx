import { useTranslation } from 'react-i18next';
import { ChoiceList } from '@/ui/ChoiceList';
import { Question, type QuestionProps, questionId } from './Question';

const choices = ['anonymous', 'confidential', 'named'] as const;

export function WhoQuestion({ draft, dispatch, issues }: QuestionProps) {
  const { t } = useTranslation('intake');
  return (
    <Question step="who" issue={issues.confidentiality}>
      <ChoiceList
        labelledBy={questionId}
        value={draft.answers.confidentiality}
        onChange={(confidentiality) => dispatch({ type: 'answer', answers: { confidentiality } })}
        choices={choices.map((value) => ({
          value,
          label: t(`who.${value}`),
          help: t(`who.${value}_help`),
        }))}
      />
    </Question>
  );
}
