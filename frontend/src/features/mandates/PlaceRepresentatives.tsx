import { List, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Representative, RepresentativeBalance } from '@/api/generated';
import { listRepresentativesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { ErrorState } from '@/ui/ErrorState';
import { useFormats } from '@/ui/formats';
import { Loading } from '@/ui/Loading';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';

/** Who speaks for a place today, and how balanced that is. */
export function PlaceRepresentatives({ placeId }: { placeId: string }) {
  const { t } = useTranslation('mandates');
  const titleId = useId();
  const found = useQuery(listRepresentativesOptions({ path: { id: placeId } }));
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} id={titleId} mb="sm">
        {t('who_speaks')}
      </Title>
      <Paper withBorder p={{ base: 'sm', sm: 'lg' }} mb="xl">
        {found.isPending && <Loading />}
        {found.isError && <ErrorState error={found.error} onRetry={() => found.refetch()} />}
        {found.data?.balance && <Balance balance={found.data.balance} />}
        {found.data?.representatives.length === 0 && <Text c="dimmed">{t('nobody_speaks')}</Text>}
        <List spacing="sm">
          {found.data?.representatives.map((one) => (
            <List.Item key={`${one.name}${one.place.id}${one.speaks_for}`}>
              <Speaker one={one} />
            </List.Item>
          ))}
        </List>
      </Paper>
    </section>
  );
}

function Speaker({
  one: { name: who, place, speaks_for, since, mandate_id },
}: {
  one: Representative;
}) {
  const { t } = useTranslation('mandates');
  const { date } = useFormats();
  const name = useName();
  return (
    <>
      {mandate_id ? (
        <TextLink to={paths.mandate} params={{ mandateId: mandate_id }}>
          {who}
        </TextLink>
      ) : (
        <Text span fw={600}>
          {who}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {[name(place.names), t(`speaks_for.${speaks_for}`), t('since', { day: date(since) })].join(
          ' · ',
        )}
      </Text>
    </>
  );
}

function Balance({ balance }: { balance: RepresentativeBalance }) {
  const { t } = useTranslation('mandates');
  if (balance.people === 0) return null;
  const unknown = Math.max(balance.unknown_sex, balance.unknown_age);
  return (
    <Text mb="md">
      {t('balance', { ...balance })}
      {unknown > 0 && ` ${t('balance_unknown', { unknown })}`}
    </Text>
  );
}
