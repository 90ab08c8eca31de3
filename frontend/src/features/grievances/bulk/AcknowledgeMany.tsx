import { NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bulkAcknowledgeGrievances, type Chosen, type GrievanceSummary } from '@/api/generated';
import { listLetterTemplatesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { zAcknowledgement } from '@/api/generated/zod.gen';
import { idempotent } from '@/api/headers';
import { useApiForm } from '@/ui/forms/useApiForm';
import { useName } from '@/ui/names';
import { BulkDialog } from './BulkDialog';
import { useBulk } from './useBulk';

interface Props {
  chosen: GrievanceSummary[];
  onClose: () => void;
}

const operation = 'acknowledge_grievance';

/** A letter of the programme, or the same words for all, or none. */
const wordsOf = ({ message, template_id }: { message: string; template_id: string }) => {
  if (template_id) return { template_id };
  return message.trim() ? { message } : {};
};

export function AcknowledgeMany({ chosen, onClose }: Props) {
  const { t } = useTranslation(['many', 'cases', 'letters']);
  const name = useName();
  const { data: letters } = useQuery(listLetterTemplatesOptions());
  const form = useApiForm(zAcknowledgement, { message: '', template_id: '' }, ({ message }) =>
    wordsOf({ message, template_id: '' }),
  );
  const able = chosen.filter(({ actions }) => actions.includes(operation));
  const bulk = useBulk(async (cases: Chosen[], key) => {
    const body = { cases, ...wordsOf(form.values) };
    return (await bulkAcknowledgeGrievances({ headers: idempotent(key), body })).data;
  });
  return (
    <BulkDialog
      title={t(`cases:move.${operation}.title`)}
      help={t('many:acknowledge_help')}
      confirm={t(`cases:move.${operation}.confirm`)}
      chosen={chosen}
      able={able}
      bulk={bulk}
      done={(count) => t('many:acknowledged', { count })}
      onSubmit={form.onSubmit(() => bulk.start(able.map(({ id, version }) => ({ id, version }))))}
      onClose={onClose}
    >
      {letters && letters.items.length > 0 && (
        <NativeSelect
          label={t('letters:for_each')}
          description={t('letters:for_each_help')}
          data={[
            { value: '', label: t('letters:own_words') },
            ...letters.items.map(({ id, names }) => ({ value: id, label: name(names) })),
          ]}
          {...form.getInputProps('template_id')}
        />
      )}
      {!form.values.template_id && (
        <Textarea
          autosize
          minRows={4}
          maxRows={12}
          label={t('cases:field.message')}
          description={t('many:message_help')}
          {...form.getInputProps('message')}
        />
      )}
    </BulkDialog>
  );
}
