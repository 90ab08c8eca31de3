import { List, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ConsentForm, consentFocusGroup, type FocusGroup } from '@/api/generated';
import { zGroupConsent } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { todayInBishkek } from '@/ui/calendar/month';
import { FormFrame } from '@/ui/forms/FormFrame';
import { useApiForm } from '@/ui/forms/useApiForm';
import { TextLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { useFocusGroupSaved } from '../useFocusGroupSaved';
import { ConsentFormSelect, NoteField, PastDay } from './fields';

interface Values extends Record<string, unknown> {
  form: ConsentForm | null;
  given_on: string | null;
  note: string;
}

const toBody = ({ note, ...rest }: Values) => ({ ...rest, note: note.trim() || null });

const points = ['purpose', 'free', 'names', 'others', 'children'] as const;

/** What is read out to the people, and what they answered. */
export default function Consent({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const navigate = useNavigate();
  const initial: Values = { form: null, given_on: todayInBishkek(), note: '' };
  const form = useApiForm(zGroupConsent, initial, toBody);
  const target = { to: paths.focusGroup, params: { focusGroupId: record.id } };
  const saved = useFocusGroupSaved();
  const consent = useMutation({
    mutationFn: async (values: Values) => {
      const body = zGroupConsent.parse(toBody(values));
      const path = { id: record.id };
      return (await consentFocusGroup({ path, headers: ifMatch(record), body })).data;
    },
    onSuccess: saved,
    onError: form.showProblem,
  });
  return (
    <>
      <BackLink>
        <TextLink {...target}>{record.title}</TextLink>
      </BackLink>
      <PageHeader title={t('consent')} lead={t('consent_lead')} />
      <Stack>
        <List size="lg" spacing="sm">
          {points.map((point) => (
            <List.Item key={point}>{t(`consent_points.${point}`)}</List.Item>
          ))}
        </List>
        <FormFrame
          form={form}
          labels={{ form: t('consent_form'), given_on: t('consent_day'), note: t('note') }}
          error={consent.error}
          pending={consent.isPending}
          submitLabel={t('consent_record')}
          onSubmit={form.onSubmit((values) => consent.mutate(values))}
          onCancel={() => navigate(target)}
        >
          <ConsentFormSelect form={form} path="form" />
          <PastDay form={form} path="given_on" label={t('consent_day')} inDialog={false} />
          <NoteField form={form} />
        </FormFrame>
      </Stack>
    </>
  );
}
