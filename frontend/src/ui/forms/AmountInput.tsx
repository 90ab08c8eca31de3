import { NumberInput, type NumberInputProps } from '@mantine/core';

type Props = Omit<NumberInputProps, 'value' | 'onChange'> & {
  /** In minor units. */
  value?: number | null;
  onChange?: (value: number | null) => void;
};

/** The API takes a hundred billion at most. */
const most = 100_000_000_000;

/** An amount of money, typed in whole units with hundredths at most; an empty field is no amount rather than nought. */
export function AmountInput({ value, onChange, ...props }: Props) {
  return (
    <NumberInput
      hideControls
      allowNegative={false}
      decimalScale={2}
      decimalSeparator=","
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator=" "
      inputMode="decimal"
      isAllowed={({ floatValue }) => floatValue === undefined || floatValue <= most}
      {...props}
      value={typeof value === 'number' ? value / 100 : ''}
      onChange={(typed) => onChange?.(typeof typed === 'number' ? Math.round(typed * 100) : null)}
    />
  );
}
