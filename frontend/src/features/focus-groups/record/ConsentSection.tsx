import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { FocusGroup } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { useFormats } from '@/ui/formats';
import { GuardiansDialog } from './moves';

/** That the people agreed, and the parents or guardians of who is under 18. */
export function ConsentSection({ record }: { record: FocusGroup }) {
  const { t } = useTranslation('focus-groups');
  const { date } = useFormats();
  const [open, { open: show, close }] = useDisclosure();
  const { consent, guardians, actions } = record;
  return (
    <Section
      title={t('consent')}
      actions={
        actions.includes('record_focus_group_guardians') && (
          <Button variant="default" onClick={show}>
            {t('guardians_record')}
          </Button>
        )
      }
    >
      <Text>
        {consent
          ? t('consent_given', { day: date(consent.given_on), form: t(`form.${consent.form}`) })
          : t('consent_none')}
      </Text>
      <Text>
        {guardians
          ? `${t('guardians')}: ${t('guardians_given', {
              people: guardians.guardians,
              day: date(guardians.given_on),
              form: t(`form.${guardians.form}`),
            })}`
          : t('guardians_none')}
      </Text>
      {open && <GuardiansDialog record={record} onClose={close} />}
    </Section>
  );
}
