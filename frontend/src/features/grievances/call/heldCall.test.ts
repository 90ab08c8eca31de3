import { expect, test } from 'vitest';
import { emptyRecord } from '../record/recording';
import { forgetCall, heldCall, holdCall } from './heldCall';

const values = emptyRecord('ky', { channel: 'phone' });

test('a call is there again for who began it, and for nobody else', () => {
  holdCall({ ownId: 'a', key: 'k', values });
  expect(heldCall('a')?.values).toBe(values);
  expect(heldCall('b')).toBeUndefined();
  forgetCall();
  expect(heldCall('a')).toBeUndefined();
});

test('nothing of it is stored', () => {
  holdCall({ ownId: 'a', key: 'k', values });
  expect({ ...localStorage }).toEqual({});
  expect({ ...sessionStorage }).toEqual({});
  forgetCall();
});
