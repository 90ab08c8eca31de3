import { expect, test } from 'vitest';
import { auditFilters, queryOf } from './filters';

test('an address that anybody wrote gives filters or nothing', () => {
  expect(auditFilters({ from: '2026-11-24', to: 'yesterday', actor: { id: 1 } })).toEqual({
    from: '2026-11-24',
  });
});

test('filters go to the API by its own names', () => {
  expect(queryOf({ actor: 'a', kind: 'account', subject: 's', to: '2026-11-24' })).toEqual({
    actor_id: 'a',
    subject_kind: 'account',
    subject_id: 's',
    to: '2026-11-24',
  });
});
