import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { AmountInput } from './AmountInput';

let minor: number | null;

/** A form that takes nothing for nought, as a line of a budget does. */
function Price({ initial }: { initial: number }) {
  const [value, setValue] = useState(initial);
  minor = value;
  return (
    <AmountInput label="Price" value={value || null} onChange={(typed) => setValue(typed ?? 0)} />
  );
}

const shown = (initial = 0) => {
  render(
    <MantineProvider>
      <Price initial={initial} />
    </MantineProvider>,
  );
  return screen.getByLabelText<HTMLInputElement>('Price');
};

beforeEach(() => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }));
});

test.each([
  ['180,50', 18_050],
  ['180.5', 18_050],
  ['0,05', 5],
  ['1200', 120_000],
])('%s is typed letter by letter', async (text, expected) => {
  const field = shown();
  await userEvent.type(field, text);
  expect(minor).toBe(expected);
  expect(Number(field.value.replace(',', '.').replaceAll(' ', ''))).toBe(expected / 100);
});

test('what was typed is taken back letter by letter, to an empty field', async () => {
  const field = shown(5);
  expect(field.value).toBe('0,05');
  await userEvent.type(field, '{Backspace}');
  expect(field.value).toBe('0,0');
  await userEvent.clear(field);
  expect(field.value).toBe('');
  expect(minor).toBe(0);
});
