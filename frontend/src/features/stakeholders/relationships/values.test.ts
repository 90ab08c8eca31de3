import { expect, test } from 'vitest';
import { choices, noRelationship, relationshipBody } from './values';

test('what reads one way is offered from both sides, the rest once', () => {
  expect(choices).toHaveLength(8);
});

test('who is represented stands second, whoever says so', () => {
  const said = { ...noRelationship, other: 'b' };
  expect(relationshipBody('a', said)).toMatchObject({ from_id: 'a', to_id: 'b', note: null });
  const asked = { ...said, choice: 'represents to' };
  expect(relationshipBody('a', asked)).toMatchObject({
    kind: 'represents',
    from_id: 'b',
    to_id: 'a',
  });
});
