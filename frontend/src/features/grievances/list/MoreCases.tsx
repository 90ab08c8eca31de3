import { Text } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CasePage, Problem, Total } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { LoadMore } from '@/ui/LoadMore';

/** Of a search that stopped before its page was full: cases looked through, on all pages so far. */
export function lookedThrough(pages: CasePage[] | undefined): number | undefined {
  if (!pages?.at(-1)?.looked_through) return undefined;
  return pages.reduce((sum, { looked_through }) => sum + (looked_through ?? 0), 0);
}

/** How many cases there are, as far as that is known: where a search stopped, at least those that are shown. */
export function totalOf(pages: CasePage[] | undefined): Total | undefined {
  const total = pages?.[0]?.total;
  if (!pages || !total) return undefined;
  const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
  if (!pages.at(-1)?.next) return { count: shown, exact: true };
  if (shown === 0) return undefined;
  return { ...total, count: total.exact ? total.count : Math.max(total.count, shown) };
}

interface Props {
  cases: UseInfiniteQueryResult<InfiniteData<CasePage>, Problem>;
}

/** The foot of the list: where a search stopped, it says so. */
export function MoreCases({ cases }: Props) {
  const { t } = useTranslation('cases');
  const { number } = useFormats();
  const looked = lookedThrough(cases.data?.pages);
  if (!looked) return <LoadMore {...cases} />;
  return (
    <>
      <Text role="status" ta="center" mt="md">
        {t('looked_through', { cases: number(looked) })}
      </Text>
      <LoadMore {...cases} label={t('look_further')} />
    </>
  );
}
