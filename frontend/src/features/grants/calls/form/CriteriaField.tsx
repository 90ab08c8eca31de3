import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NamesFields } from '@/ui/forms/NamesFields';
import type { ApiForm } from '@/ui/forms/useApiForm';
import { useRowFocus } from '@/ui/forms/useRowFocus';
import { WholeInput } from '@/ui/forms/WholeInput';
import { Icon } from '@/ui/Icon';
import { sharesOf } from '../../body/shares';
import { ListItem } from './ListItem';
import { type CallValues, hasWords, noCriterion } from './values';

const most = 20;

/** By what applications are judged; beside each weight stands what it is of all. */
export function CriteriaField({ form }: { form: ApiForm<CallValues> }) {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  const { list, focusRow } = useRowFocus();
  const { criteria } = form.values;
  const shares = sharesOf(criteria.map(({ weight }) => weight ?? 0));
  return (
    <Stack component="section" ref={list} tabIndex={-1}>
      <div>
        <Title order={2} size="h3">
          {t('grant-calls:criteria')}
        </Title>
        <Text c="dimmed" size="sm">
          {t('grant-call-desk:criteria_help')}
        </Text>
      </div>
      {criteria.map(({ key, help }, index) => (
        <ListItem
          key={key}
          title={t('grant-call-desk:criterion', { number: index + 1 })}
          list="criteria"
          form={form}
          index={index}
          at={index}
          focusRow={focusRow}
          before={index > 0 ? index - 1 : undefined}
          after={index + 1 < criteria.length ? index + 1 : undefined}
          stays={criteria.length === 1}
        >
          <NamesFields
            form={form}
            path={`criteria.${index}.name`}
            legend={t('grant-call-desk:criterion_name')}
          />
          <Weight form={form} index={index} percent={shares[index] ?? 0} />
          <details open={hasWords(help)}>
            <summary>{t('grant-call-desk:help_words')}</summary>
            <NamesFields
              multiline
              form={form}
              path={`criteria.${index}.help`}
              legend={t('grant-call-desk:help')}
            />
          </details>
        </ListItem>
      ))}
      {criteria.length < most && (
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => {
              focusRow(criteria.length);
              form.insertListItem('criteria', noCriterion());
            }}
          >
            {t('grant-call-desk:add_criterion')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface WeightProps {
  form: ApiForm<CallValues>;
  index: number;
  percent: number;
}

function Weight({ form, index, percent }: WeightProps) {
  const { t } = useTranslation(['grant-call-desk', 'grant-calls']);
  return (
    <Group align="flex-end" gap="sm">
      <WholeInput
        withAsterisk
        w="10rem"
        label={t('grant-call-desk:weight')}
        {...form.getInputProps(`criteria.${index}.weight`)}
      />
      <Text c="dimmed" mb={8}>
        {t('grant-calls:share', { percent })}
      </Text>
    </Group>
  );
}
