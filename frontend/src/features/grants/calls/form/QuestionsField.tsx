import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantQuestionStage } from '@/api/generated';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { useRowFocus } from '@/ui/forms/useRowFocus';
import { Icon } from '@/ui/Icon';
import { ListItem } from './ListItem';
import { QuestionFields } from './QuestionFields';
import { type CallValues, noQuestion } from './values';

interface Props {
  form: ApiForm<CallValues>;
  stage: GrantQuestionStage;
}

/** The API takes so many of both stages together. */
const most = 40;

/** The questions of one stage. Both are in one list, and each is called by its place in it. */
export function QuestionsField({ form, stage }: Props) {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const { list, focusRow } = useRowFocus();
  const all = form.values.questions;
  const places = all.flatMap((question, index) => (question.stage === stage ? [index] : []));
  return (
    <Stack component="section" ref={list} tabIndex={-1}>
      <div>
        <Title order={2} size="h3">
          {t(stage === 'eligibility' ? 'grant-calls:eligibility' : 'grant-calls:questions')}
        </Title>
        <Text c="dimmed" size="sm">
          {t(`grant-call-desk:stage_help.${stage}`)}
        </Text>
      </div>
      {places.map((index, at) => (
        <ListItem
          key={all[index]?.key}
          title={t('grant-call-desk:question', { number: index + 1 })}
          list="questions"
          form={form}
          index={index}
          at={at}
          focusRow={focusRow}
          before={places[at - 1]}
          after={places[at + 1]}
        >
          <QuestionFields form={form} index={index} />
        </ListItem>
      ))}
      {all.length < most && (
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => {
              focusRow(places.length);
              form.insertListItem('questions', noQuestion(stage));
            }}
          >
            {t(`grant-call-desk:add_question.${stage}`)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
