import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { heedPressure, type StaffGrievance } from '@/api/generated';
import {
  getGrievanceQueryKey,
  getPressureOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { ifMatch } from '@/api/headers';
import { useFormats } from '@/ui/formats';
import { ProblemAlert } from '@/ui/ProblemAlert';
import { invalidateLists } from '../cases';
import { Section } from './Section';
import { Words } from './Words';

/** That the reporter was pressed to withdraw. The API offers it to protection focal points alone. */
export function PressureBlock({ record }: { record: StaffGrievance }) {
  return record.actions.includes('get_pressure') ? <Told record={record} /> : null;
}

function Told({ record: { id, actions, language } }: { record: StaffGrievance }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  const queries = useQueryClient();
  const path = { id };
  const pressure = getPressureOptions({ path });
  const { data, error } = useQuery(pressure);
  const heed = useMutation({
    mutationFn: async (version: number) =>
      (await heedPressure({ path, headers: ifMatch({ version }) })).data,
    onSuccess: (heeded) => {
      queries.setQueryData(pressure.queryKey, heeded);
      void queries.invalidateQueries({ queryKey: getGrievanceQueryKey({ path }) });
      void invalidateLists(queries);
    },
  });
  return (
    <Section title="section.pressure">
      <ProblemAlert error={error ?? heed.error} />
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
            {data.heeded_at
              ? t('pressure.heeded', { at: dateTime(data.heeded_at) })
              : t('pressure.help')}
          </Text>
          {actions.includes('heed_pressure') && (
            <Button
              mt="sm"
              variant="default"
              loading={heed.isPending}
              onClick={() => heed.mutate(data.version)}
              data-no-print
            >
              {t('pressure.heed')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
