import { useState } from 'react';
import { getMyCase, type MyCase, type OpenedCase } from '@/api/generated/public';
import { toApiProblem } from '@/api/problem';

/** What a call needs to act for the reporter: their own token, never a signed-in person's. */
export interface CaseAccess {
  case: MyCase;
  auth: () => string;
  /** Runs one action and shows the case as it is afterwards; false when it failed. */
  act: (action: () => Promise<unknown>) => Promise<boolean>;
}

export function useCase(opened: OpenedCase, onExpired: () => void) {
  const [current, setCurrent] = useState(opened.case);
  const [error, setError] = useState<unknown>();
  const auth = () => opened.token;

  const reload = async () => setCurrent((await getMyCase({ auth })).data);

  const fail = async (failure: unknown) => {
    const { status } = toApiProblem(failure);
    if (status === 401) return onExpired();
    setError(failure);
    if (status === 412) await reload();
  };

  const act: CaseAccess['act'] = async (action) => {
    setError(undefined);
    try {
      await action();
      await reload();
      return true;
    } catch (failure) {
      await fail(failure);
      return false;
    }
  };

  const access: CaseAccess = { case: current, auth, act };
  return { access, error };
}
