import { expect, test } from 'vitest';
import { readDetail } from './detail';

test('what the program noted is taken apart', () => {
  expect(readDetail('submitted -> acknowledged')).toEqual({
    kind: 'state',
    from: 'submitted',
    to: 'acknowledged',
  });
  expect(readDetail('role staff, active false')).toEqual({
    kind: 'account',
    role: 'staff',
    active: false,
  });
});

test('anything else is kept as it is', () => {
  expect(readDetail('wrong code')).toEqual({ kind: 'words', text: 'wrong code' });
  expect(readDetail('')).toEqual({ kind: 'words', text: '' });
});
