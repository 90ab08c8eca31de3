import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';

const pause = 300;

/**
 * Searches once the person has stopped typing. Who has left for another page by then is left alone: a search is part
 * of its list's address, and would take them back to it.
 */
export function useSettledSearch(search: (words: string | undefined) => void) {
  const router = useRouter();
  const settled = useDebouncedCallback((words: string | undefined, typedOn: string) => {
    if (router.latestLocation.pathname === typedOn) search(words);
  }, pause);
  return (words: string | undefined) => settled(words, router.latestLocation.pathname);
}
