import { Button, Fieldset, Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Currency, GrantBudgetLine } from '@/api/generated';
import { AmountInput } from '@/ui/forms/AmountInput';
import { WholeInput } from '@/ui/forms/WholeInput';
import { useMoney } from '../../useMoney';
import { costOf, lineProblem, withChange } from './budget';

interface Props {
  number: number;
  line: GrantBudgetLine;
  currency: Currency;
  onChange: (line: GrantBudgetLine) => void;
  onRemove: () => void;
}

const mostOfOne = 1_000_000;

/** A line: what is bought, how many at what price, and what the applicant brings of it. The rest is asked for. An empty field counts for nought. */
export function LineFields({ number, line, currency, onChange, onRemove }: Props) {
  const { t } = useTranslation('grant-applications');
  const money = useMoney();
  const set = (change: Partial<GrantBudgetLine>) => onChange(withChange(line, change));
  const problem = lineProblem(line);
  return (
    <Fieldset legend={t('line', { number })} data-row tabIndex={-1}>
      <TextInput
        withAsterisk
        maxLength={200}
        label={t('line_what')}
        value={line.what}
        onChange={({ currentTarget }) => set({ what: currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} mt="sm" spacing="sm">
        <WholeInput
          withAsterisk
          thousandSeparator=" "
          label={t('line_quantity')}
          isAllowed={({ floatValue }) => floatValue === undefined || floatValue <= mostOfOne}
          value={line.quantity || null}
          onChange={(quantity) => set({ quantity: quantity ?? 0 })}
        />
        <TextInput
          maxLength={50}
          label={t('line_unit')}
          value={line.unit}
          onChange={({ currentTarget }) => set({ unit: currentTarget.value })}
        />
        <AmountInput
          withAsterisk
          label={t('line_price')}
          value={line.unit_amount || null}
          onChange={(unit_amount) => set({ unit_amount: unit_amount ?? 0 })}
        />
        <AmountInput
          label={t('line_own')}
          value={line.own || null}
          onChange={(own) => set({ own: own ?? 0 })}
        />
      </SimpleGrid>
      <Group justify="space-between" mt="sm" gap="sm">
        <Text>
          {t('line_sum', {
            cost: money(costOf(line), currency),
            asked: money(line.asked, currency),
          })}
        </Text>
        <Button
          size="sm"
          variant="default"
          aria-label={t('remove_line', { number })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </Group>
      {problem && problem !== 'what_missing' && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t(`line_problem.${problem}`)}
        </Text>
      )}
    </Fieldset>
  );
}
