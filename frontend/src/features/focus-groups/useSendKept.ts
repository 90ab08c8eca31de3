import { useEffect } from 'react';
import { useMay } from '@/features/identity/useMe';

const send = () =>
  import('./attendance/sendAll').then(({ sendAllKept }) => sendAllKept()).catch(() => undefined);

/** What was counted or written without a network goes when there is one again, whichever page is open. */
export function useSendKept() {
  const counts = useMay('count_focus_group_attendance');
  useEffect(() => {
    if (!counts) return;
    void send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [counts]);
}
