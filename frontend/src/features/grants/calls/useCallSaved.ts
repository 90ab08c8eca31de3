import { useNavigate } from '@tanstack/react-router';
import type { GrantCall } from '@/api/generated';
import { paths } from '@/paths';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { useKeepCall } from './useKeepCall';

/** What follows once a call was saved: its page, with a word that it was. */
export function useCallSaved() {
  const keep = useKeepCall();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  return (saved: GrantCall) => {
    void keep(saved);
    notice();
    void navigate({ to: paths.grantCall, params: { callId: saved.id }, ignoreBlocker: true });
  };
}
