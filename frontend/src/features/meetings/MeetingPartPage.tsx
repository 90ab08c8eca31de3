import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import type { Meeting } from '@/api/generated';
import { getMeetingOptions } from '@/api/generated/@tanstack/react-query.gen';
import { UnknownPage } from '@/shell/UnknownPage';
import { Loading } from '@/ui/Loading';
import { RecordQuery } from '@/ui/RecordQuery';

type Part = ComponentType<{ meeting: Meeting }>;

/** The pages of one meeting have one address between them: each address weighs on everybody's first download. */
const parts: Record<string, Part> = {
  day: lazy(() => import('./day/Day')),
  minutes: lazy(() => import('./minutes/Minutes')),
};

export function MeetingPartPage() {
  const { meetingId: id, part } = useParams({ from: '/desk/meetings/$meetingId/$part' });
  const Shown = parts[part];
  if (!Shown) return <UnknownPage />;
  return (
    <Suspense fallback={<Loading />}>
      <RecordQuery keepsShown options={getMeetingOptions({ path: { id } })}>
        {(meeting) => <Shown meeting={meeting} />}
      </RecordQuery>
    </Suspense>
  );
}
