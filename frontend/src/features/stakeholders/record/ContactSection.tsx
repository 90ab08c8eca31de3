import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getStakeholderContact, type Stakeholder } from '@/api/generated';
import { Facts } from '@/ui/Facts';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { ContactDialog } from './ContactDialog';
import { Section } from './Section';

/** Masked until somebody looks; each look is kept in the audit trail, and forgotten here with the page. */
export function ContactSection({ record }: { record: Stakeholder }) {
  const { t } = useTranslation(['stakeholders', 'records']);
  const [isChanging, setChanging] = useState(false);
  const look = useMutation({
    mutationFn: async () => (await getStakeholderContact({ path: { id: record.id } })).data,
    gcTime: 0,
  });
  const { contact: masked, consent, actions } = record;
  const mayLook = actions.includes('get_stakeholder_contact');
  const mayChange = actions.includes('update_stakeholder') && consent.standing === 'given';
  const change = async () => {
    if (mayLook && !look.data) await look.mutateAsync();
    setChanging(true);
  };
  const shown = masked && (look.data ?? masked);
  return (
    <Section
      title={t('stakeholders:contact')}
      actions={
        (mayLook || mayChange) && (
          <>
            {mayLook && !look.data && (
              <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
                {t('stakeholders:show_contact')}
              </Button>
            )}
            {mayChange && (
              <Button variant="default" onClick={() => change().catch(() => undefined)}>
                {t(masked ? 'stakeholders:change_contact' : 'stakeholders:add_contact')}
              </Button>
            )}
          </>
        )
      }
    >
      {shown ? (
        <>
          <Facts
            none={t('records:none')}
            facts={[
              { label: t('stakeholders:phone'), value: shown.phone },
              { label: t('stakeholders:email'), value: shown.email },
              { label: t('stakeholders:address'), value: shown.address },
            ]}
          />
          {!look.data && (
            <Text size="sm" c="dimmed">
              {t('stakeholders:look_help')}
            </Text>
          )}
        </>
      ) : (
        <Text>
          {t(
            consent.standing === 'given' ? 'stakeholders:no_contact' : 'stakeholders:contact_help',
          )}
        </Text>
      )}
      <ProblemAlert error={look.error} />
      {isChanging && (
        <ContactDialog
          record={record}
          contact={masked ? look.data : undefined}
          onClose={() => {
            look.reset();
            setChanging(false);
          }}
        />
      )}
    </Section>
  );
}
