import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '@/api/generated';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { TextLink } from '@/ui/links';
import type { Column } from '@/ui/RecordTable';
import { FollowUpBadge } from '../FollowUpBadge';
import { StakeholderLinks } from '../StakeholderLinks';

export function useEngagementColumns(): [Column<Engagement>, ...Column<Engagement>[]] {
  const { t } = useTranslation('engagements');
  const { date } = useFormats();
  return [
    {
      label: t('day'),
      show: ({ id, day, channel }) => (
        <>
          <TextLink to={paths.engagement} params={{ engagementId: id }}>
            {date(day)}
          </TextLink>
          <Text size="sm" fw={400} c="dimmed">
            {t(`channel.${channel}`)}
          </Text>
        </>
      ),
    },
    {
      label: t('with'),
      show: ({ stakeholders }) => <StakeholderLinks stakeholders={stakeholders} />,
    },
    {
      label: t('summary'),
      show: ({ summary, by }) => (
        <>
          <Text lineClamp={3}>{summary || t('erased')}</Text>
          <Text size="sm" c="dimmed">
            {by.name}
          </Text>
        </>
      ),
    },
    {
      label: t('follow_up'),
      show: ({ follow_up }) =>
        follow_up ? (
          <>
            <FollowUpBadge standing={follow_up.standing} />
            <Text size="sm">{follow_up.task}</Text>
            <Text size="sm" c="dimmed">
              {t('until', { owner: follow_up.owner.name, day: date(follow_up.due_on) })}
            </Text>
          </>
        ) : (
          t('no_follow_up')
        ),
    },
  ];
}
