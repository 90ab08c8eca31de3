import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantApplication } from '@/api/generated';
import { paths } from '@/paths';
import { Facts } from '@/ui/Facts';
import { useFormats } from '@/ui/formats';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { useName } from '@/ui/names';
import { PageHeader } from '@/ui/PageHeader';
import { useMoney } from '../../useMoney';
import classes from './Receipt.module.css';

/** What the applicant keeps: that the application came in, when, and under which number. */
export default function Receipt({ application }: { application: GrantApplication }) {
  const { t } = useTranslation('grant-applications');
  const name = useName();
  const money = useMoney();
  const { dateTime } = useFormats();
  const { id, receipt_number, submitted_at } = application;
  const target = { to: paths.grantApplication, params: { applicationId: id } };
  if (!receipt_number || !submitted_at) {
    return (
      <PageHeader
        title={t('receipt.none')}
        actions={<ButtonLink {...target}>{t('to_application')}</ButtonLink>}
      />
    );
  }
  return (
    <Stack maw={640} gap="lg">
      <PageHeader title={t('receipt.title')} lead={t('receipt.lead')} />
      <div className={classes.paper}>
        <div>
          <Text size="sm">{t('receipt.number')}</Text>
          <Text className={classes.number}>{receipt_number}</Text>
        </div>
        <Facts
          none=""
          facts={[
            {
              label: t('submitted_at'),
              value: t('receipt.moment', { moment: dateTime(submitted_at) }),
            },
            { label: t('call'), value: name(application.call.title) },
            { label: t('title_label'), value: application.title },
            { label: t('applicant'), value: application.applicant_name },
            { label: t('place'), value: name(application.place.names) },
            { label: t('asked'), value: money(application.asked, application.currency) },
          ]}
        />
        <Text>{t('receipt.next')}</Text>
      </div>
      <Group data-no-print>
        <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <ButtonLink variant="default" {...target}>
          {t('to_application')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
