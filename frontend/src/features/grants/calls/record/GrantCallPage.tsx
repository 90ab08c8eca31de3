import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GrantCall } from '@/api/generated';
import { getGrantCallOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Section } from '@/features/stakeholders/record/Section';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { CallBody } from '../../body/CallBody';
import { CallPhaseBadge } from '../../CallPhaseBadge';
import { MoveBar } from './MoveBar';

export function GrantCallPage() {
  const { callId: id } = useParams({ from: '/desk/grant-calls/$callId/' });
  return (
    <RecordQuery options={getGrantCallOptions({ path: { id } })}>
      {(call) => <GrantCallRecord call={call} />}
    </RecordQuery>
  );
}

/** A call as everybody is to read it, with what staff do with it. */
function GrantCallRecord({ call }: { call: GrantCall }) {
  const { t } = useTranslation('grant-call-desk');
  const name = useName();
  return (
    <>
      <BackLink>
        <TextLink to={paths.grantCalls}>{t('title')}</TextLink>
      </BackLink>
      <PageHeader title={name(call.title)} lead={<CallPhaseBadge phase={call.phase} />} />
      <MoveBar call={call} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        <CallBody call={call} />
        <Stack gap="lg" data-no-print>
          <Inside call={call} />
        </Stack>
      </SimpleGrid>
    </>
  );
}

function Inside({ call }: { call: GrantCall }) {
  const { t } = useTranslation(['grant-call-desk', 'records']);
  const { dateTime } = useFormats();
  const { id, phase, published_at, cloned_from, created_at } = call;
  return (
    <Section title={t('grant-call-desk:inside')}>
      <Facts
        none={t('records:none')}
        facts={[
          { label: t('grant-call-desk:created_at'), value: dateTime(created_at) },
          {
            label: t('grant-call-desk:published_at'),
            value: published_at && dateTime(published_at),
          },
          ...(cloned_from
            ? [
                {
                  label: t('grant-call-desk:cloned_from'),
                  value: (
                    <TextLink to={paths.grantCall} params={{ callId: cloned_from }}>
                      {t('grant-call-desk:model')}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      {phase === 'draft' ? (
        <Text>{t('grant-call-desk:draft_help')}</Text>
      ) : (
        <TextLink to={paths.grant} params={{ callId: id }}>
          {t('grant-call-desk:public_page')}
        </TextLink>
      )}
    </Section>
  );
}
