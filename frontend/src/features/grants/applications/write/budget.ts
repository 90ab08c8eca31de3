import type { GrantBudgetLine } from '@/api/generated';

/** The largest amount that the API takes, in minor units. */
export const most = 10_000_000_000_000;

export const noLine: GrantBudgetLine = {
  what: '',
  unit: '',
  quantity: 1,
  unit_amount: 0,
  asked: 0,
  own: 0,
};

export const costOf = ({ quantity, unit_amount }: GrantBudgetLine) => quantity * unit_amount;

/** What is not brought is asked for: a line adds up however it is typed. */
export function withChange(
  line: GrantBudgetLine,
  change: Partial<Omit<GrantBudgetLine, 'asked'>>,
): GrantBudgetLine {
  const next = { ...line, ...change };
  return { ...next, asked: Math.min(most, Math.max(0, costOf(next) - next.own)) };
}

export type LineProblem = 'what_missing' | 'no_cost' | 'too_large' | 'own_over' | 'does_not_add_up';

/** What keeps a line from being part of a budget, the first thing of it. */
export function lineProblem(line: GrantBudgetLine): LineProblem | undefined {
  const cost = costOf(line);
  if (!line.what.trim()) return 'what_missing';
  if (cost < 1) return 'no_cost';
  if (cost > most) return 'too_large';
  if (line.own > cost) return 'own_over';
  return line.asked + line.own === cost ? undefined : 'does_not_add_up';
}

/** Of all lines together. */
export function totalsOf(lines: readonly GrantBudgetLine[]) {
  const sum = (of: (line: GrantBudgetLine) => number) =>
    lines.reduce((all, line) => all + of(line), 0);
  return { cost: sum(costOf), asked: sum(({ asked }) => asked), own: sum(({ own }) => own) };
}
