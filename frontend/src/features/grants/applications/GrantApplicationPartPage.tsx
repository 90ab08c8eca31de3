import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import type { GrantApplication } from '@/api/generated';
import { getGrantApplicationOptions } from '@/api/generated/@tanstack/react-query.gen';
import { UnknownPage } from '@/shell/UnknownPage';
import { Loading } from '@/ui/Loading';
import { RecordQuery } from '@/ui/RecordQuery';

type Part = ComponentType<{ application: GrantApplication }>;

/** The pages of one application have one address between them: each address weighs on everybody's first download. */
const parts: Record<string, Part> = {
  write: lazy(() => import('./write/Write')),
  receipt: lazy(() => import('./receipt/Receipt')),
};

const from = '/desk/grant-applications/$applicationId/$part';

export function GrantApplicationPartPage() {
  const { applicationId: id, part } = useParams({ from });
  const Shown = parts[part];
  if (!Shown) return <UnknownPage />;
  return (
    <Suspense fallback={<Loading />}>
      <RecordQuery keepsShown options={getGrantApplicationOptions({ path: { id } })}>
        {(application) => <Shown key={id} application={application} />}
      </RecordQuery>
    </Suspense>
  );
}
