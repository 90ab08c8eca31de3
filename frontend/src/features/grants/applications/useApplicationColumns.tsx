import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GrantApplicationSummary } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import { useName } from '@/ui/names';
import type { Column } from '@/ui/RecordTable';
import { useMoney } from '../useMoney';
import { ApplicationStateBadge } from './ApplicationStateBadge';

type Columns = [Column<GrantApplicationSummary>, ...Column<GrantApplicationSummary>[]];

export function useApplicationColumns(): Columns {
  const { t } = useTranslation(['grant-applications', 'grant-calls']);
  const name = useName();
  const money = useMoney();
  const { date } = useFormats();
  return [
    {
      label: t('grant-applications:title_label'),
      show: ({ id, title, receipt_number }) => (
        <>
          <TextLink to={paths.grantApplication} params={{ applicationId: id }}>
            {title}
          </TextLink>
          {receipt_number && (
            <Text size="sm" c="dimmed">
              {receipt_number}
            </Text>
          )}
        </>
      ),
    },
    {
      label: t('grant-applications:applicant'),
      show: ({ applicant, applicant_name }) => (
        <>
          {applicant_name}
          <Text size="sm" c="dimmed">
            {t(`grant-calls:applicant.${applicant}`)}
          </Text>
        </>
      ),
    },
    {
      label: t('grant-applications:call'),
      show: ({ call, place }) => (
        <>
          {name(call.title)}
          <Text size="sm" c="dimmed">
            {name(place.names)}
          </Text>
        </>
      ),
    },
    {
      label: t('grant-applications:asked'),
      show: ({ asked, currency }) => money(asked, currency),
    },
    {
      label: t('grant-applications:state_label'),
      show: ({ state, submitted_at, answer_by }) => (
        <>
          <ApplicationStateBadge state={state} />
          <Text size="sm" c="dimmed">
            {answer_by
              ? t('grant-applications:answer_by', { day: date(answer_by) })
              : submitted_at && t('grant-applications:submitted_on', { day: date(submitted_at) })}
          </Text>
        </>
      ),
    },
  ];
}
