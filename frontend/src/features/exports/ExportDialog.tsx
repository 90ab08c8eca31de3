import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createExport, type ExportedList, type Format } from '@/api/generated';
import { listExportsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { zFormat } from '@/api/generated/zod.gen';
import { idempotent, newIdempotencyKey } from '@/api/headers';
import { useMay } from '@/features/identity/useMe';
import { useLanguage } from '@/i18n/useLanguage';
import { ChoiceList } from '@/ui/ChoiceList';
import { Dialog } from '@/ui/Dialog';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { ExportItem } from './ExportItem';
import { isUnfinished, pollEvery } from './progress';
import { useReloadExports } from './useReloadExports';

interface Props {
  list: ExportedList;
  query: string;
  onClose: () => void;
}

/** Asks for a file, shows how far each one is, and gives it out. It goes on while the dialog is closed. */
export function ExportDialog({ list, query, onClose }: Props) {
  const { t } = useTranslation('many');
  const labelId = useId();
  const language = useLanguage();
  const [format, setFormat] = useState<Format>('xlsx');
  const [contacts, setContacts] = useState(false);
  const mayLook = useMay('get_stakeholder_contact') && list === 'stakeholders';
  const reload = useReloadExports();
  const exports = useQuery({
    ...listExportsOptions(),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnfinished) ? pollEvery : false),
  });
  const create = useMutation({
    mutationFn: async () =>
      createExport({
        headers: idempotent(newIdempotencyKey()),
        body: { list, format, language, query, contacts },
      }),
    onSettled: reload,
  });
  const items = exports.data?.items ?? [];
  return (
    <Dialog title={t('export.title')} onClose={onClose}>
      <Stack>
        <Text c="dimmed">{t('export.help')}</Text>
        <Text fw={600} id={labelId}>
          {t('export.format')}
        </Text>
        <ChoiceList
          labelledBy={labelId}
          value={format}
          onChange={setFormat}
          choices={zFormat.options.toReversed().map((value) => ({
            value,
            label: t(`export.${value}`),
            help: t(`export.${value}_help`),
          }))}
        />
        {mayLook && (
          <Checkbox
            label={t('export.contacts')}
            description={t('export.contacts_help')}
            checked={contacts}
            onChange={({ currentTarget }) => setContacts(currentTarget.checked)}
          />
        )}
        <ProblemAlert error={create.error ?? exports.error} />
        <Group>
          <Button loading={create.isPending} onClick={() => create.mutate()}>
            {t('export.make')}
          </Button>
        </Group>
        {items.length > 0 && (
          <Stack component="section" gap="sm" aria-label={t('export.yours')}>
            <Text fw={600}>{t('export.yours')}</Text>
            {items.map((item) => (
              <ExportItem key={item.id} item={item} />
            ))}
          </Stack>
        )}
      </Stack>
    </Dialog>
  );
}
