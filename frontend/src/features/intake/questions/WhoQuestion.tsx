import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '@/ui/ChoiceList';
import { Question, type QuestionProps, questionId } from './Question';

const choices = ['anonymous', 'confidential', 'named'] as const;
const shareId = 'question-share';

export function WhoQuestion({ draft, dispatch, issues }: QuestionProps) {
  const { t } = useTranslation('intake');
  const { confidentiality, share_with_community } = draft.answers;
  return (
    <Question step="who" issue={issues.confidentiality}>
      <ChoiceList
        labelledBy={questionId}
        value={confidentiality}
        onChange={(chosen) => dispatch({ type: 'answer', answers: { confidentiality: chosen } })}
        choices={choices.map((value) => ({
          value,
          label: t(`who.${value}`),
          help: t(`who.${value}_help`),
        }))}
      />
      <Stack gap="sm" mt="md">
        <div>
          <Title order={2} id={shareId}>
            {t('who.share')}
          </Title>
          <Text c="dimmed">{t('who.share_help')}</Text>
        </div>
        <ChoiceList
          labelledBy={shareId}
          value={share_with_community ? 'yes' : 'no'}
          onChange={(chosen) =>
            dispatch({ type: 'answer', answers: { share_with_community: chosen === 'yes' } })
          }
          choices={[
            { value: 'no', label: t('who.share_no') },
            { value: 'yes', label: t('who.share_yes') },
          ]}
        />
      </Stack>
    </Question>
  );
}
