import { Alert, Stack, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getFocusGroupBalance, type PeopleFigures } from '@/api/generated';
import { getFocusGroupBalanceQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { useName } from '@/ui/names';
import { warningsOf, withPlanned } from './balance';
import type { PlanValues } from './values';

/** Whom the area would hear with this group. It warns, and forbids nothing. */
export function BalanceNotice({ values, id }: { values: PlanValues; id?: string }) {
  const { t } = useTranslation('focus-groups');
  const name = useName();
  const { date } = useFormats();
  const { place_id, programme_id } = values;
  const query = { place_id: place_id ?? '', programme_id, without: id };
  const { data: balance } = useQuery({
    queryKey: getFocusGroupBalanceQueryKey({ query }),
    queryFn: place_id ? async () => (await getFocusGroupBalance({ query })).data : skipToken,
  });
  if (!balance) return null;
  const [from = '', to = ''] = balance.period;
  const warnings = warningsOf(balance, values);
  return (
    <Stack gap="sm" aria-live="polite">
      {balance.area && (
        <div>
          <Text size="sm">{t('balance.area', { area: name(balance.area) })}</Text>
          <Shares figures={withPlanned(balance, values.expected)} />
        </div>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} color="felt" variant="light" icon={<Icon name="alert" />}>
          {warning === 'outside_period'
            ? t('warning.outside_period', { from: date(from), to: date(to) })
            : t(`warning.${warning}`)}
        </Alert>
      ))}
    </Stack>
  );
}

export function Shares({ figures }: { figures: PeopleFigures }) {
  const { t } = useTranslation('focus-groups');
  const share = (part: number) =>
    t('balance.share', {
      part,
      all: figures.people,
      percent: figures.people > 0 ? Math.round((part * 100) / figures.people) : 0,
    });
  return (
    <Text fw={600}>
      {`${t('women')}: ${share(figures.women)} · ${t('youth')}: ${share(figures.youth)}`}
    </Text>
  );
}
