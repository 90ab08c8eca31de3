import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NamesFields } from '@/ui/forms/NamesFields';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { useRowFocus } from '@/ui/forms/useRowFocus';
import { WholeInput } from '@/ui/forms/WholeInput';
import { questionKinds } from '../../vocabulary';
import { type CallValues, hasWords, noWords } from './values';

interface Props {
  form: ApiForm<CallValues>;
  index: number;
}

/** What one question asks, and what an answer has to be. */
export function QuestionFields({ form, index }: Props) {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const path = `questions.${index}`;
  const question = form.values.questions[index];
  if (!question) return null;
  const asks = question.stage === 'eligibility';
  return (
    <>
      <NamesFields
        multiline
        form={form}
        path={`${path}.prompt`}
        legend={t('grant-call-desk:prompt')}
      />
      {asks ? (
        <NativeSelect
          size="md"
          withAsterisk
          label={t('grant-call-desk:expected')}
          data={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(value === 'yes' ? 'grant-calls:needs_yes' : 'grant-calls:needs_no'),
          }))}
          {...form.getInputProps(`${path}.expected`)}
        />
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            size="md"
            withAsterisk
            label={t('grant-call-desk:kind')}
            data={questionKinds.map((value) => ({
              value,
              label: t(`grant-calls:question_kind.${value}`),
            }))}
            {...form.getInputProps(`${path}.kind`)}
          />
          <Limits form={form} index={index} />
        </SimpleGrid>
      )}
      {question.kind === 'choice' && <Options form={form} index={index} />}
      {!asks && (
        <Checkbox
          label={t('grant-call-desk:required')}
          {...form.getInputProps(`${path}.required`, { type: 'checkbox' })}
        />
      )}
      <details open={hasWords(question.help)}>
        <summary>{t('grant-call-desk:help_words')}</summary>
        <NamesFields
          multiline
          form={form}
          path={`${path}.help`}
          legend={t('grant-call-desk:help')}
        />
      </details>
    </>
  );
}

/** How long a text may be, and between what a number has to lie. */
function Limits({ form, index }: Props) {
  const { t } = useTranslation('grant-call-desk');
  const path = `questions.${index}`;
  const kind = form.values.questions[index]?.kind;
  const limit = (field: 'max_length' | 'least' | 'most') => (
    <WholeInput label={t(field)} {...form.getInputProps(`${path}.${field}`)} />
  );
  if (kind === 'text') return limit('max_length');
  if (kind !== 'number') return null;
  return (
    <SimpleGrid cols={2}>
      {limit('least')}
      {limit('most')}
    </SimpleGrid>
  );
}

const fewest = 2;
const mostOptions = 20;

/** What there is to choose from. */
function Options({ form, index }: Props) {
  const { t } = useTranslation('grant-call-desk');
  const { list, focusRow } = useRowFocus();
  const path = `questions.${index}.options`;
  const options = form.values.questions[index]?.options ?? [];
  return (
    <Stack ref={list} tabIndex={-1}>
      {options.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place, as its answer is
        <div key={at} data-row tabIndex={-1}>
          <NamesFields
            form={form}
            path={`${path}.${at}`}
            legend={t('option', { number: at + 1 })}
          />
          {options.length > fewest && (
            <Button
              size="sm"
              variant="default"
              mt="xs"
              onClick={() => {
                focusRow(at);
                form.removeListItem(path, at);
              }}
            >
              {t('remove_option', { number: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      {options.length < mostOptions && (
        <Group>
          <Button
            variant="default"
            onClick={() => {
              focusRow(options.length);
              form.insertListItem(path, noWords);
            }}
          >
            {t('add_option')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
