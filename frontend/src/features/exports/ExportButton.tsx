import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportedList } from '@/api/generated';
import { useMay } from '@/features/identity/useMe';
import { Icon } from '@/ui/Icon';
import { ExportDialog } from './ExportDialog';

/** The list as it is filtered now, as a file. */
export function ExportButton({ list, query }: { list: ExportedList; query: string }) {
  const { t } = useTranslation('many');
  const may = useMay('create_export');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon name="download" size={18} />}
        data-no-print
        onClick={() => setOpen(true)}
      >
        {t('export.open')}
      </Button>
      {open && <ExportDialog list={list} query={query} onClose={() => setOpen(false)} />}
    </>
  );
}
