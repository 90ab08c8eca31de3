import { Button, Group, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getPublicGrantCallOptions } from '@/api/generated/public/@tanstack/react-query.gen';
import { paths } from '@/paths';
import { BackLink } from '@/ui/BackLink';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ButtonLink, TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { RecordQuery } from '@/ui/RecordQuery';
import { CallBody } from '../body/CallBody';
import { CallPhaseBadge } from '../CallPhaseBadge';

/** One call in full; who wants to apply goes on at the desk. */
export function PublicCallPage() {
  const { t } = useTranslation('grant-calls');
  const name = useName();
  const { dateTime } = useFormats();
  const { callId: id } = useParams({ from: '/_public/grants/$callId' });
  return (
    <Stack gap={0} maw={760}>
      <BackLink>
        <TextLink to={paths.grants}>{t('title')}</TextLink>
      </BackLink>
      <RecordQuery options={getPublicGrantCallOptions({ path: { id } })}>
        {(call) => (
          <>
            <PageHeader
              title={name(call.title)}
              lead={
                <>
                  <CallPhaseBadge phase={call.phase} />{' '}
                  {call.phase === 'open' && t('closes', { moment: dateTime(call.closes_at) })}
                </>
              }
            />
            <Group mb="lg" data-no-print>
              {call.phase === 'open' && (
                <ButtonLink to={paths.grantApplicationNew} search={{ call: id }}>
                  {t('apply')}
                </ButtonLink>
              )}
              <Button
                variant="default"
                leftSection={<Icon name="print" />}
                onClick={() => window.print()}
              >
                {t('print')}
              </Button>
            </Group>
            {call.phase === 'open' && (
              <Text mb="lg" c="dimmed" data-no-print>
                {t('apply_help')}
              </Text>
            )}
            <CallBody call={call} />
          </>
        )}
      </RecordQuery>
    </Stack>
  );
}
