import { useEffect } from 'react';
import { useMay, useMe } from '@/features/identity/useMe';

/** What was written of an application without a network goes when there is one again, whichever page is open. */
export function useSendApplications() {
  const { id: by } = useMe();
  const writes = useMay('update_grant_application');
  useEffect(() => {
    if (!writes) return;
    const send = () =>
      import('./port').then(({ sendApplications }) => sendApplications(by)).catch(() => undefined);
    void send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [by, writes]);
}
