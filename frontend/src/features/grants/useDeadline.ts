import { useTranslation } from 'react-i18next';
import type { PublicGrantCall } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';

/** Until when a call takes applications, or why it takes none. */
export function useDeadline({
  phase,
  opens_at,
  closes_at,
}: Pick<PublicGrantCall, 'phase' | 'opens_at' | 'closes_at'>) {
  const { t } = useTranslation(['grant-applications', 'grant-calls']);
  const { dateTime } = useFormats();
  switch (phase) {
    case 'open':
      return t('grant-applications:submit_until', { moment: dateTime(closes_at) });
    case 'closed':
      return t('grant-applications:not_open', { moment: dateTime(closes_at) });
    case 'withdrawn':
      return t('grant-calls:withdrawn');
    case 'draft':
    case 'upcoming':
      return t('grant-calls:opens', { moment: dateTime(opens_at) });
  }
}
