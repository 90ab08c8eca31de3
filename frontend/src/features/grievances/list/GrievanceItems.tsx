import { useMediaQuery } from '@mantine/hooks';
import type { GrievanceSummary } from '@/api/generated';
import type { Selection } from '../bulk/useSelection';
import { GrievanceCard } from './GrievanceCard';
import classes from './GrievanceCard.module.css';
import { GrievanceTable } from './GrievanceTable';

interface Props {
  items: GrievanceSummary[];
  /** For those who can move many at once. */
  selection?: Selection;
}

/** A table where there is room for one, cards on a phone. */
export function GrievanceItems({ items, selection }: Props) {
  const wide = useMediaQuery('(min-width: 62em), print', true, { getInitialValueInEffect: false });
  const [first] = items;
  if (!first) return null;
  if (wide) return <GrievanceTable audience={first.audience} items={items} selection={selection} />;
  return (
    <ul className={classes.cards}>
      {items.map((summary) => (
        <GrievanceCard key={summary.id} summary={summary} selection={selection} withState />
      ))}
    </ul>
  );
}
