import { expect, test } from 'vitest';
import { staffCase } from '../testing/records';
import { bodyOf, moves, movesOf } from './moves';

test('moves are those that the record names, the most pressing first', () => {
  const actions = ['message_grievance', 'assign_grievance', 'propose_grievance'];
  expect(movesOf(actions)).toEqual({
    offered: ['propose_grievance', 'assign_grievance'],
    first: 'propose_grievance',
    aside: [],
  });
});

test('what leads off the usual path is never offered beside it', () => {
  const actions = ['protect_grievance', 'propose_grievance', 'ask_closing_grievance'];
  expect(movesOf(actions)).toEqual({
    offered: ['propose_grievance'],
    first: 'propose_grievance',
    aside: ['ask_closing_grievance', 'protect_grievance'],
  });
});

test('speaking for the reporter is never the first thing to do', () => {
  expect(movesOf(['record_agreement_grievance', 'assign_grievance']).first).toBeUndefined();
});

test('a form begins with what the case says already', () => {
  expect(moves.accept_grievance.initial(staffCase)).toEqual({
    category: 'water',
    severity: 'high',
    sensitivity: 'normal',
    site_id: '',
    owner_id: '',
  });
});

test('what was left empty is not sent', () => {
  expect(bodyOf({ remedy: 'Water the road daily', due_on: '' })).toEqual({
    remedy: 'Water the road daily',
  });
});
