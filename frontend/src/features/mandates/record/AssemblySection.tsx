import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Assembly, Mandate } from '@/api/generated';
import { Section } from '@/features/stakeholders/record/Section';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import { AttendanceTable } from './AttendanceTable';

/** By whose word the person speaks. */
export function AssemblySection({ mandate: { assembly } }: { mandate: Mandate }) {
  const { t } = useTranslation('mandates');
  return (
    <Section title={t('endorsement')}>
      {assembly ? (
        <AssemblyFacts assembly={assembly} />
      ) : (
        <Text c="dimmed">{t('not_endorsed')}</Text>
      )}
    </Section>
  );
}

function AssemblyFacts({ assembly }: { assembly: Assembly }) {
  const { t } = useTranslation(['mandates', 'records']);
  const { date } = useFormats();
  const name = useName();
  const { form, held_on, place, venue, attendance, totals, note } = assembly;
  return (
    <>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('mandates:form_label'), value: t(`mandates:form.${form}`) },
          { label: t('mandates:held_on'), value: date(held_on) },
          { label: t('mandates:place'), value: name(place.names) },
          { label: t('mandates:venue'), value: venue },
          ...(note ? [{ label: t('mandates:note'), value: note }] : []),
        ]}
      />
      <Text>{t('mandates:took_part', totals)}</Text>
      <AttendanceTable attendance={attendance} />
    </>
  );
}
