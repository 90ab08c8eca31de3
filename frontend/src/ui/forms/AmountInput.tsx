import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

type Typed = number | string;

type Props = Omit<NumberInputProps, 'value' | 'onChange'> & {
  /** In minor units. */
  value?: number | null;
  onChange?: (value: number | null) => void;
};

/** The API takes a hundred billion at most. */
const most = 100_000_000_000;

const minorOf = (typed: Typed) => {
  const amount = typed === '' ? Number.NaN : Number(typed);
  return Number.isNaN(amount) ? null : Math.round(amount * 100);
};

const wholeOf = (minor: number | null | undefined): Typed =>
  typeof minor === 'number' ? minor / 100 : '';

/** An amount of money, typed in whole units with hundredths at most; an empty field is no amount rather than nought. */
export function AmountInput({ value, onChange, ...props }: Props) {
  const [typed, setTyped] = useState(() => wholeOf(value));
  // `180,` and `0,0` are on their way to an amount: what is typed stays as long as it means the value. A form
  // may take nothing for nought.
  const stays = (minorOf(typed) ?? 0) === (value ?? 0);
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
      value={stays ? typed : wholeOf(value)}
      onChange={(next) => {
        setTyped(next);
        onChange?.(minorOf(next));
      }}
    />
  );
}
