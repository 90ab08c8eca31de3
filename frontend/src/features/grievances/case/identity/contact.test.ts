import { expect, test } from 'vitest';
import { contactLink } from './contact';

test.each([
  ['+996 555 00 11 22', 'tel:+996555001122'],
  ['0555 (001) 122', 'tel:0555001122'],
  ['aigul@example.org', 'mailto:aigul@example.org'],
])('%s can be used at once', (contact, link) => {
  expect(contactLink(contact)).toBe(link);
});

test.each(['the last house by the mill', '12', 'javascript:alert(1)', 'Асан 0555 001122'])(
  '%s is only read',
  (contact) => {
    expect(contactLink(contact)).toBeUndefined();
  },
);
