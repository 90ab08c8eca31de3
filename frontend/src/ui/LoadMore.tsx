import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Of an infinite query. */
interface Props {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  /** Instead of the usual words. */
  label?: string;
}

/** The foot of a keyset list: pages have no numbers, only a next one. */
export function LoadMore({ hasNextPage, isFetchingNextPage, fetchNextPage, label }: Props) {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <Center mt="md">
      <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
        {label ?? t('load_more')}
      </Button>
    </Center>
  );
}
