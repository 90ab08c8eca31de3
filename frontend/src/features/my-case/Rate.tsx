import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rateMyCase, rateMyCaseAgain } from '@/api/generated/public';
import { ifMatch } from '@/api/headers';
import { RatingForm } from './RatingForm';
import type { CaseAccess } from './useCase';

/** Asked once at the end, and once more four weeks later: a promise is proved by then, or broken. */
export function Rate({ access: { case: mine, auth, act } }: { access: CaseAccess }) {
  const { t } = useTranslation('my-case');
  const { actions, rating, second_rating } = mine;
  const headers = ifMatch(mine);
  if (actions.includes('rate_my_case_again')) {
    return (
      <RatingForm
        key="again"
        title={t('rate_again.title')}
        help={t('rate_again.help')}
        onSend={(body) => act(() => rateMyCaseAgain({ body, headers, auth }))}
      />
    );
  }
  if (actions.includes('rate_my_case')) {
    return (
      <RatingForm
        title={t('rate.title')}
        onSend={(body) => act(() => rateMyCase({ body, headers, auth }))}
      />
    );
  }
  const given = second_rating ?? rating;
  return given ? <Text>{t('rate.thanks', { rating: given })}</Text> : null;
}
