import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AssessedValues } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { stanceKey } from '../vocabulary';
import { assessedFields, type ComparedEvent, changedValues } from './history';

const fieldNames = [
  'category',
  'name',
  'position',
  'place',
  'organisation',
  'sex',
  'birth_year',
  'age_band',
  'languages',
  'tags',
  'contact',
  'age',
  'consent',
  'assessment',
] as const;

/** What happened, in a line. */
export function EventWords({ event }: { event: ComparedEvent }) {
  const { t } = useTranslation('stakeholders');
  const { date } = useFormats();
  const day = event.day ? date(event.day) : '';
  switch (event.kind) {
    case 'created':
      return <Text fw={600}>{t('event.created')}</Text>;
    case 'changed': {
      const names = fieldNames.filter((field) => event.fields.includes(field));
      const fields = names.map((field) => t(`field.${field}`)).join(', ');
      if (event.fields.includes('merged')) {
        return <Text fw={600}>{t(fields ? 'event.merged_with' : 'event.merged', { fields })}</Text>;
      }
      return <Text fw={600}>{t('event.changed', { fields })}</Text>;
    }
    case 'assessed':
      return <AssessedWords event={event} />;
    case 'consent_given':
      return <Text fw={600}>{t('event.consent_given', { day })}</Text>;
    case 'consent_withdrawn':
      return <Text fw={600}>{t('event.consent_withdrawn', { day })}</Text>;
  }
}

/** From what to what; where nothing changed, what it was found to be again. */
function AssessedWords({ event }: { event: ComparedEvent }) {
  const { t } = useTranslation('stakeholders');
  const { assessment, before } = event;
  if (!assessment) return null;
  const changed = changedValues(event);
  const words = (values: AssessedValues, field: (typeof assessedFields)[number]) =>
    field === 'stance' ? t(`stance.${stanceKey(values.stance)}`) : String(values[field]);
  const labels = {
    influence: t('influence'),
    interest: t('interest'),
    stance: t('stance_label'),
  };
  return (
    <>
      <Text fw={600}>{t(before ? 'event.reassessed' : 'event.assessed')}</Text>
      <Text>
        {(changed.length > 0 ? changed : assessedFields)
          .map((field) => {
            const now = words(assessment, field);
            const then = before && changed.length > 0 ? `${words(before, field)} → ` : '';
            return `${labels[field]}: ${then}${now}`;
          })
          .join(' · ')}
      </Text>
    </>
  );
}
