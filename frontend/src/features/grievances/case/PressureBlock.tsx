import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StaffGrievance } from '@/api/generated';
import { getPressureOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { Section } from './Section';
import { Words } from './Words';

/** That the reporter was pressed to withdraw. The API offers it to protection focal points alone. */
export function PressureBlock({ record }: { record: StaffGrievance }) {
  return record.actions.includes('get_pressure') ? <Told record={record} /> : null;
}

function Told({ record: { id, language } }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  const { data, error } = useQuery(getPressureOptions({ path: { id } }));
  return (
    <Section title="section.pressure">
      <ProblemAlert error={error} />
      {data && (
        <>
          {data.told ? (
            <Words lang={language}>{data.told}</Words>
          ) : (
            <Text c="dimmed">{t('pressure.not_told')}</Text>
          )}
          <Text size="sm" c="dimmed" mt="xs">
            {dateTime(data.at)}
          </Text>
          <Text size="sm" mt="xs">
            {t('pressure.help')}
          </Text>
        </>
      )}
    </Section>
  );
}
