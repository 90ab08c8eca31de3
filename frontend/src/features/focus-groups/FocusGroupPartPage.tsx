import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import type { FocusGroup } from '@/api/generated';
import { getFocusGroupOptions } from '@/api/generated/@tanstack/react-query.gen';
import { UnknownPage } from '@/shell/UnknownPage';
import { Loading } from '@/ui/Loading';
import { RecordQuery } from '@/ui/RecordQuery';

type Part = ComponentType<{ record: FocusGroup }>;

export const loadAttendance = () => import('./attendance/Attendance');
export const loadNotes = () => import('./notes/Notes');

/** The pages of one group have one address between them: each address weighs on everybody's first download. */
const parts: Record<string, Part> = {
  attendance: lazy(loadAttendance),
  coding: lazy(() => import('./coding/Coding')),
  consent: lazy(() => import('./record/Consent')),
  edit: lazy(() => import('./form/EditFocusGroup')),
  notes: lazy(loadNotes),
};

export function FocusGroupPartPage() {
  const { focusGroupId: id, part } = useParams({ from: '/desk/focus-groups/$focusGroupId/$part' });
  const Shown = parts[part];
  if (!Shown) return <UnknownPage />;
  return (
    <Suspense fallback={<Loading />}>
      <RecordQuery options={getFocusGroupOptions({ path: { id } })}>
        {(record) => <Shown record={record} />}
      </RecordQuery>
    </Suspense>
  );
}
