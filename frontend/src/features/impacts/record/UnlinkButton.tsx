import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Impact } from '@/api/generated';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useKeepImpact } from '../useImpactSaved';

interface Props {
  question: string;
  send: () => Promise<{ data: Impact }>;
}

/** Takes a link of an impact away, once that is confirmed. */
export function UnlinkButton({ question, send }: Props) {
  const { t } = useTranslation('impacts');
  const [asked, setAsked] = useState(false);
  const keep = useKeepImpact();
  const remove = useMutation({ mutationFn: send, onSuccess: ({ data }) => keep(data) });
  return (
    <>
      <Button
        size="sm"
        variant="subtle"
        loading={remove.isPending}
        onClick={() => setAsked(true)}
        data-no-print
      >
        {t('remove')}
      </Button>
      <ProblemAlert error={remove.error} />
      {asked && (
        <ConfirmDialog
          title={t('remove')}
          consequences={question}
          confirmLabel={t('remove')}
          onConfirm={() => {
            setAsked(false);
            remove.mutate();
          }}
          onCancel={() => setAsked(false)}
        />
      )}
    </>
  );
}
