import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stakeholder } from '@/api/generated';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { ConsentBadge } from '../ConsentBadge';
import { ConsentDialog } from './ConsentDialog';
import { Section } from './Section';
import { WithdrawDialog } from './WithdrawDialog';

/** Whether the person agreed to being here, and to what. */
export function ConsentSection({ record }: { record: Stakeholder }) {
  const { t } = useTranslation(['stakeholders', 'records']);
  const { date } = useFormats();
  const [open, setOpen] = useState<'record' | 'withdraw'>();
  const close = () => setOpen(undefined);
  const { consent, actions } = record;
  const given =
    consent.standing === 'none'
      ? []
      : [
          { label: t('stakeholders:consent_purpose'), value: consent.purpose },
          {
            label: t('stakeholders:consent_form'),
            value: consent.form && t(`stakeholders:form.${consent.form}`),
          },
          {
            label: t('stakeholders:consent_day'),
            value: consent.given_on && date(consent.given_on),
          },
        ];
  const withdrawn = consent.withdrawn_on
    ? [{ label: t('stakeholders:withdrawn_on'), value: date(consent.withdrawn_on) }]
    : [];
  return (
    <Section
      title={t('stakeholders:consent')}
      actions={
        <>
          {actions.includes('record_stakeholder_consent') && (
            <Button variant="default" onClick={() => setOpen('record')}>
              {t('stakeholders:record_consent')}
            </Button>
          )}
          {actions.includes('withdraw_stakeholder_consent') && (
            <Button variant="default" onClick={() => setOpen('withdraw')}>
              {t('stakeholders:withdraw_consent')}
            </Button>
          )}
        </>
      }
    >
      <div>
        <ConsentBadge standing={consent.standing} />
      </div>
      {consent.standing !== 'none' && (
        <Facts none={t('records:none')} facts={[...given, ...withdrawn]} />
      )}
      {open === 'record' && <ConsentDialog record={record} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog record={record} onClose={close} />}
    </Section>
  );
}
