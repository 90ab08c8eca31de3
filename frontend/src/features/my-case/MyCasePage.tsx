import { useState } from 'react';
import type { OpenedCase } from '@/api/generated/public';
import { CaseView } from './CaseView';
import { CodeForm } from './CodeForm';

/** An opened case lives in this component alone: leaving the page or reloading it closes the case. */
export function MyCasePage() {
  const [opened, setOpened] = useState<OpenedCase>();
  const [expired, setExpired] = useState(false);
  const close = (reason: { expired: boolean }) => {
    setOpened(undefined);
    setExpired(reason.expired);
  };
  return opened ? (
    <CaseView opened={opened} onClose={close} />
  ) : (
    <CodeForm expired={expired} onOpened={setOpened} />
  );
}
