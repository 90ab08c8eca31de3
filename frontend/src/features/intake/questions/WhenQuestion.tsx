import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '@/ui/ChoiceList';
import { bishkekDay, type DayParts, dayFrom, partsOf } from '../days';
import { DayInput } from './DayInput';
import { Question, type QuestionProps, questionId } from './Question';

type When = 'today' | 'yesterday' | 'another' | 'unknown';

const choices: When[] = ['today', 'yesterday', 'another', 'unknown'];

export function WhenQuestion({ draft, dispatch, issues }: QuestionProps) {
  const { t } = useTranslation('intake');
  const { occurred_on } = draft.answers;
  const today = bishkekDay(new Date());
  const yesterday = bishkekDay(new Date(), 1);
  const known: Partial<Record<string, When>> = { [today]: 'today', [yesterday]: 'yesterday' };
  const [when, setWhen] = useState<When | undefined>(
    occurred_on ? (known[occurred_on] ?? 'another') : undefined,
  );
  const [parts, setParts] = useState(partsOf(occurred_on));

  const answer = (date: string | undefined) =>
    dispatch({ type: 'answer', answers: { occurred_on: date } });
  const choose = (chosen: When) => {
    setWhen(chosen);
    const days = { today, yesterday, another: dayFrom(parts, today), unknown: undefined };
    answer(days[chosen]);
  };
  const changeParts = (changed: DayParts) => {
    setParts(changed);
    answer(dayFrom(changed, today));
  };

  return (
    <Question step="when" issue={issues.occurred_on}>
      <ChoiceList
        labelledBy={questionId}
        value={when}
        onChange={choose}
        choices={choices.map((value) => ({ value, label: t(`when.${value}`) }))}
      />
      {when === 'another' && (
        <DayInput parts={parts} impossible={!occurred_on} onChange={changeParts} />
      )}
    </Question>
  );
}
