import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useRowFocus } from './useRowFocus';

function Rows() {
  const [rows, setRows] = useState(['first', 'second']);
  const { list, focusRow } = useRowFocus();
  const set = (index: number, next: string[]) => {
    focusRow(index);
    setRows(next);
  };
  return (
    <>
      <div ref={list} tabIndex={-1} data-testid="list">
        {rows.map((row, index) => (
          <div key={row} data-row tabIndex={-1} data-testid={row}>
            {/* Rows within a row are another list's. */}
            <div data-row />
            <button
              type="button"
              onClick={() =>
                set(
                  index,
                  rows.filter((one) => one !== row),
                )
              }
            >
              remove {row}
            </button>
          </div>
        ))}
      </div>
      <button type="button" onClick={() => set(rows.length, [...rows, 'new'])}>
        add
      </button>
    </>
  );
}

test('a new row has the focus, then the one after it, then the one before, then the list', async () => {
  render(<Rows />);
  await userEvent.click(screen.getByText('add'));
  expect(screen.getByTestId('new')).toHaveFocus();
  await userEvent.click(screen.getByText('remove second'));
  expect(screen.getByTestId('new')).toHaveFocus();
  await userEvent.click(screen.getByText('remove new'));
  expect(screen.getByTestId('first')).toHaveFocus();
  await userEvent.click(screen.getByText('remove first'));
  expect(screen.getByTestId('list')).toHaveFocus();
});
