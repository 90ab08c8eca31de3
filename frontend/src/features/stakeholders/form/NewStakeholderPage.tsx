import { Fieldset, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createStakeholder } from '@/api/generated';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { NewRecord } from '@/ui/forms/NewRecord';
import { TextLink } from '@/ui/links';
import { useStakeholderSaved } from '../useStakeholderSaved';
import { AssessmentFields } from './AssessmentFields';
import { ConsentFields } from './ConsentFields';
import { ContactFields } from './ContactFields';
import { FactFields } from './FactFields';
import { useStakeholderLabels } from './useStakeholderLabels';
import { noStakeholder, zNewValues } from './values';

export function NewStakeholderPage() {
  const { t } = useTranslation('stakeholders');
  const navigate = useNavigate();
  const [programme] = useMe().programmes;
  return (
    <NewRecord
      title={t('new')}
      back={<TextLink to={paths.stakeholders}>{t('title')}</TextLink>}
      labels={useStakeholderLabels()}
      schema={zNewValues}
      initial={noStakeholder(programme?.id ?? '')}
      create={(request) => createStakeholder(request)}
      onSaved={useStakeholderSaved()}
      onCancel={() => navigate({ to: paths.stakeholders })}
    >
      {(form) => (
        <>
          <FactFields isNew form={form} />
          <Fieldset legend={t('consent')}>
            <Stack>
              <Text size="sm">{t('consent_help')}</Text>
              <ConsentFields form={form} path="consent." />
            </Stack>
          </Fieldset>
          <Fieldset legend={t('contact')}>
            <Stack>
              <Text size="sm">{t('contact_help')}</Text>
              <ContactFields form={form} path="contact." />
              {form.errors.contact && (
                <Text size="sm" c="felt">
                  {form.errors.contact}
                </Text>
              )}
            </Stack>
          </Fieldset>
          <Fieldset legend={t('assessment')}>
            <Stack>
              <Text size="sm">{t('assessment_help')}</Text>
              <AssessmentFields form={form} path="assessment." />
            </Stack>
          </Fieldset>
        </>
      )}
    </NewRecord>
  );
}
