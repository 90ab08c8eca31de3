import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  createGrantApplication,
  type GrantApplicantKind,
  type GrantApplication,
  type PublicGrantCall,
  updateGrantApplication,
} from '@/api/generated';
import { zNewGrantApplication } from '@/api/generated/zod.gen';
import { idempotent, ifMatch, newIdempotencyKey } from '@/api/headers';
import { useMay } from '@/features/identity/useMe';
import { PlacePicker } from '@/features/places/PlacePicker';
import { paths } from '@/paths';
import { FormFrame } from '@/ui/forms/FormFrame';
import { useApiForm } from '@/ui/forms/useApiForm';
import { useName } from '@/ui/names';
import { useKeepApplication } from '../useKeepApplication';
import { noAnswer } from '../write/draft';
import type { Said } from './eligibility';
import { PaperFields } from './PaperFields';

interface Values extends Record<string, unknown> {
  call_id: string;
  applicant: GrantApplicantKind;
  applicant_name: string;
  title: string;
  place_id: string | null;
  organisation_id: string | null;
  stakeholder_id: string | null;
}

interface Props {
  call: PublicGrantCall;
  said: Said;
}

/** Who applies alone has no group, whatever was chosen before. */
const bodyOf = (values: Values) => ({
  ...values,
  organisation_id: values.applicant === 'community_group' ? values.organisation_id : null,
});

/** What was said of eligibility goes with it; if that fails, it is asked again where the application is written. */
async function begin(values: Values, said: Said, key: string): Promise<GrantApplication> {
  const { data: begun } = await createGrantApplication({
    headers: idempotent(key),
    body: zNewGrantApplication.parse(bodyOf(values)),
  });
  const answers = Object.entries(said).map(([id, yes]) => ({ ...noAnswer(id), yes }));
  if (answers.length === 0) return begun;
  return updateGrantApplication({
    path: { id: begun.id },
    headers: ifMatch(begun),
    body: { answers },
  }).then(
    ({ data }) => data,
    () => begun,
  );
}

/** The beginning: a draft, which only the applicant sees. */
export function BeginForm({ call, said }: Props) {
  const { t } = useTranslation(['grant-applications', 'grant-calls']);
  const name = useName();
  const navigate = useNavigate();
  const keep = useKeepApplication();
  const fromPaper = useMay('ask_grant_application');
  const [key] = useState(newIdempotencyKey);
  const initial: Values = {
    call_id: call.id,
    applicant: call.applicants[0] ?? 'community_group',
    applicant_name: '',
    title: '',
    place_id: null,
    organisation_id: null,
    stakeholder_id: null,
  };
  const form = useApiForm(zNewGrantApplication, initial, bodyOf);
  const creation = useMutation({
    mutationFn: (values: Values) => begin(values, said, key),
    onSuccess: (saved) => {
      keep(saved);
      void navigate({
        to: paths.grantApplicationPart,
        params: { applicationId: saved.id, part: 'write' },
        ignoreBlocker: true,
      });
    },
    onError: form.showProblem,
  });
  return (
    <FormFrame
      form={form}
      labels={{
        call_id: t('grant-applications:call'),
        applicant: t('grant-applications:applies_as'),
        applicant_name: t('grant-applications:applicant_name'),
        title: t('grant-applications:title_label'),
        place_id: t('grant-applications:place'),
        organisation_id: t('grant-applications:organisation'),
        stakeholder_id: t('grant-applications:register'),
      }}
      error={creation.error}
      pending={creation.isPending}
      submitLabel={t('grant-applications:begin')}
      onSubmit={form.onSubmit((values) => creation.mutate(values))}
    >
      {call.applicants.length > 1 && (
        <NativeSelect
          withAsterisk
          size="md"
          label={t('grant-applications:applies_as')}
          data={call.applicants.map((value) => ({
            value,
            label: t(`grant-calls:applicant.${value}`),
          }))}
          {...form.getInputProps('applicant')}
        />
      )}
      {fromPaper && <PaperFields form={form} applicant={form.values.applicant} />}
      <TextInput
        withAsterisk
        maxLength={200}
        label={t('grant-applications:applicant_name')}
        description={t('grant-applications:applicant_name_help')}
        {...form.getInputProps('applicant_name')}
      />
      <TextInput
        withAsterisk
        maxLength={200}
        label={t('grant-applications:title_label')}
        description={t('grant-applications:title_help')}
        {...form.getInputProps('title')}
      />
      <PlacePicker
        withAsterisk
        label={t('grant-applications:place')}
        description={t('grant-applications:place_help', {
          places: call.places.map(({ names }) => name(names)).join(', '),
        })}
        {...form.getInputProps('place_id')}
      />
    </FormFrame>
  );
}
