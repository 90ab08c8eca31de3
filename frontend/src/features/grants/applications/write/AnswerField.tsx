import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantAnswer, GrantApplication, GrantQuestion } from '@/api/generated';
import { ChoiceList } from '@/ui/ChoiceList';
import { useFormats } from '@/ui/formats';
import { WholeInput } from '@/ui/forms/WholeInput';
import { useName } from '@/ui/names';
import { YesNo } from '../YesNo';
import { noAnswer } from './draft';
import { FileAnswer } from './FileAnswer';

export interface AnswerProps {
  question: GrantQuestion;
  /** The id of the heading that asks the question. */
  labelledBy: string;
  answer: GrantAnswer;
  application: GrantApplication;
  onChange: (answer: GrantAnswer) => void;
}

/** What was answered, in a field of its kind. */
export function AnswerField(props: AnswerProps) {
  const { question, labelledBy, answer, onChange } = props;
  const none = noAnswer(question.id);
  switch (question.kind) {
    case 'yes_no':
      return (
        <YesNo
          labelledBy={labelledBy}
          value={answer.yes}
          onChange={(yes) => onChange({ ...none, yes })}
        />
      );
    case 'text':
      return <TextAnswer {...props} />;
    case 'number':
      return <NumberAnswer {...props} />;
    case 'choice':
      return <ChoiceAnswer {...props} />;
    case 'file':
      return <FileAnswer {...props} />;
  }
}

/** What a text may have where its question says nothing else. */
const longest = 10_000;

function TextAnswer({ question, labelledBy, answer, onChange }: AnswerProps) {
  const { t } = useTranslation('grant-applications');
  const { number } = useFormats();
  const most = question.max_length ?? longest;
  const text = answer.text ?? '';
  return (
    <>
      <Textarea
        autosize
        minRows={3}
        maxLength={most}
        aria-labelledby={labelledBy}
        value={text}
        onChange={({ currentTarget }) =>
          onChange({ ...noAnswer(question.id), text: currentTarget.value })
        }
      />
      <Text size="sm" c="dimmed">
        {t('letters_of', { letters: number(text.length), most: number(most) })}
      </Text>
    </>
  );
}

function NumberAnswer({ question, labelledBy, answer, onChange }: AnswerProps) {
  const { t } = useTranslation('grant-calls');
  const { number } = useFormats();
  const { least, most } = question;
  const value = answer.number ?? undefined;
  const small = value !== undefined && typeof least === 'number' && value < least;
  const large = value !== undefined && typeof most === 'number' && value > most;
  const error =
    (small && t('least', { least: number(least) })) || (large && t('most', { most: number(most) }));
  return (
    <WholeInput
      thousandSeparator=" "
      maw="14rem"
      aria-labelledby={labelledBy}
      error={error}
      value={value}
      onChange={(number) => onChange({ ...noAnswer(question.id), number })}
    />
  );
}

/** The first option is 1. */
function ChoiceAnswer({ question, labelledBy, answer, onChange }: AnswerProps) {
  const name = useName();
  const options = question.options ?? [];
  return (
    <ChoiceList
      labelledBy={labelledBy}
      choices={options.map((option, index) => ({ value: `${index + 1}`, label: name(option) }))}
      value={answer.number ? `${answer.number}` : undefined}
      onChange={(chosen) => onChange({ ...noAnswer(question.id), number: Number(chosen) })}
    />
  );
}
