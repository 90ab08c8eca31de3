import { Button, List, Stack, Text, Textarea } from '@mantine/core';
import { type Query, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eraseStakeholder, type Stakeholder } from '@/api/generated';
import { zStakeholderErasureInput } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { paths } from '@/paths';
import { Dialog } from '@/ui/Dialog';
import { DialogButtons } from '@/ui/DialogButtons';
import { useApiForm } from '@/ui/forms/useApiForm';
import { TextLink } from '@/ui/links';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { useSavedNotice } from '@/ui/useSavedNotice';
import { Section } from './Section';

/** Taking somebody out of the register, at the person's wish; only for who may. */
export function EraseSection({ record }: { record: Stakeholder }) {
  const { t } = useTranslation('stakeholders');
  const [asking, setAsking] = useState(false);
  if (!record.actions.includes('erase_stakeholder')) return null;
  return (
    <Section
      title={t('erase.title')}
      actions={
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('erase.button')}
        </Button>
      }
    >
      <Text>{t('erase.help')}</Text>
      {asking && <EraseDialog record={record} onClose={() => setAsking(false)} />}
    </Section>
  );
}

/** Whatever was read that may hold the person. */
const toldOf = ({ queryKey: [key] }: Query) =>
  /Stakeholder|Engagement|Relationship|Home/.test(String((key as { _id?: string })._id));

function EraseDialog({ record, onClose }: { record: Stakeholder; onClose: () => void }) {
  const { t } = useTranslation('stakeholders');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notice = useSavedNotice();
  const [error, setError] = useState<unknown>();
  const form = useApiForm(zStakeholderErasureInput, { reason: '' });
  const submit = form.onSubmit(async (values) => {
    setError(undefined);
    try {
      const body = zStakeholderErasureInput.parse(values);
      await eraseStakeholder({ path: { id: record.id }, headers: ifMatch(record), body });
      notice(t('erase.done'));
      await navigate({ to: paths.stakeholders, ignoreBlocker: true });
      // Nothing of the person stays in this browser's memory either.
      queryClient.removeQueries({ predicate: toldOf, type: 'inactive' });
      await queryClient.invalidateQueries({ predicate: toldOf });
    } catch (failure) {
      setError(failure);
      form.showProblem(failure);
    }
  });
  return (
    <Dialog title={t('erase.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text fw={600}>{t('erase.for_good', { name: record.name })}</Text>
          <List>
            <List.Item>{t('erase.goes')}</List.Item>
            <List.Item>{t('erase.ties')}</List.Item>
            <List.Item>
              {t('erase.shared')}{' '}
              <TextLink to={paths.engagements} search={{ stakeholder: record.id }}>
                {t('erase.look')}
              </TextLink>
            </List.Item>
            <List.Item>{t('erase.stays')}</List.Item>
          </List>
          <Textarea
            autosize
            withAsterisk
            minRows={2}
            label={t('erase.reason')}
            description={t('erase.reason_help')}
            {...form.getInputProps('reason')}
          />
          <ProblemAlert error={error} />
          <DialogButtons
            confirm={t('erase.confirm')}
            color="felt"
            loading={form.submitting}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
