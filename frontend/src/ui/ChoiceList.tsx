import { Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './ChoiceList.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  help?: ReactNode;
}

interface Props<Value extends string> {
  /** The id of the heading that asks the question. */
  labelledBy: string;
  choices: Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** Radio buttons with room for a thumb and for a plain explanation under each. */
export function ChoiceList<Value extends string>(props: Props<Value>) {
  const { labelledBy, choices, value, onChange } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className={classes.list}>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.choice}>
          <input
            type="radio"
            name={name}
            className={classes.radio}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span>{choice.label}</span>
            {choice.help && (
              <Text span display="block" c="dimmed" size="sm">
                {choice.help}
              </Text>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
