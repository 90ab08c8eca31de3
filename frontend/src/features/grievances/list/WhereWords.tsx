import { Text } from '@mantine/core';
import type { GrievanceSummary } from '@/api/generated';
import { useName } from '@/ui/names';

/** Village for staff, district for everybody else, and the site below. */
export function WhereWords({ summary }: { summary: GrievanceSummary }) {
  const name = useName();
  const where = summary.audience === 'staff' ? summary.place.names : summary.district;
  return (
    <>
      {where && name(where)}
      {summary.site && (
        <Text span display="block" size="sm" c="dimmed">
          {name(summary.site.names)}
        </Text>
      )}
    </>
  );
}
