import { screen } from '@testing-library/react';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import example from '@/features/verify/example.json';
import { qrPicture } from '@/testing/qrPicture';
import { renderPage } from '@/testing/renderPage';
import { intakeQuery } from './intakeQuery';
import { ReceiptPaper } from './ReceiptPaper';

const code = '4821903377150264';
const intake = { places: [], sites: [], hotline: '+996 312 000000' };

const show = (proof: string | null, hotline = true) =>
  renderPage(
    <ReceiptPaper
      reference={example.reference}
      submittedAt={example.submitted_at}
      proof={proof}
      code={code}
    />,
    [[intakeQuery.queryKey, hotline ? intake : { ...intake, hotline: null }]],
  );

/** What a phone's camera would read. */
async function scanned() {
  const drawing = await screen.findByRole('img', { name: 'code_label' });
  const [side = 0] = drawing.getAttribute('viewBox')?.split(' ').slice(2).map(Number) ?? [];
  const path = drawing.querySelector('path[fill="#000"]')?.getAttribute('d') ?? '';
  return decodeQR(qrPicture({ size: side - 8, path }));
}

test('the code to scan holds the link to the proof, and not the code that opens the case', async () => {
  show(example.proof);
  const text = await scanned();
  expect(text).toBe(`${window.location.origin}/verify#${example.proof}`);
  expect(text).not.toContain(code);
});

test('the paper has the digits, the reference and the way back', async () => {
  show(example.proof);
  expect(await screen.findByText(example.reference)).toBeTruthy();
  for (const group of ['4821', '9033', '7715', '0264'])
    expect(screen.getByText(group)).toBeTruthy();
  expect(screen.getByText('receipt.come_back')).toBeTruthy();
  expect(screen.getByText('receipt.hotline')).toBeTruthy();
});

test('what there is not is not printed: no telephone, no signature', async () => {
  show(null, false);
  expect(await screen.findByText(example.reference)).toBeTruthy();
  expect(screen.queryByText('receipt.hotline')).toBeNull();
  expect(screen.queryByRole('img')).toBeNull();
});
