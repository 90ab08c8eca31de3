import { useTranslation } from 'react-i18next';
import { problemFields, type Refusal, refusal } from '@/api/problem';

/** Why single fields are refused, in words. */
export function useFieldWords() {
  const { t } = useTranslation('errors' as unknown as ['errors', 'refusals']);
  const say = (key: Refusal) => t(key);
  return {
    /** By the path of the field. */
    of: (error: unknown): Record<string, string> =>
      Object.fromEntries(
        Object.entries(problemFields(error)).map(([path, key]) => [path, say(key)]),
      ),
    code: (code: string) => say(refusal(code)),
  };
}
