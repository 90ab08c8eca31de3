import { useTranslation } from 'react-i18next';
import { formPath, toApiProblem } from '@/api/problem';

const codes = [
  'before_it_was_held',
  'child_alone',
  'coded_passage_gone',
  'guardians_missing',
  'identifying',
  'nobody',
] as const;

/** What only a focus group can be refused for, in words and by field. */
export function useRefusals() {
  const { t } = useTranslation('focus-groups');
  return (error: unknown): Record<string, string> =>
    Object.fromEntries(
      toApiProblem(error).fields.flatMap(({ pointer, code }) => {
        const known = codes.find((one) => one === code);
        return known ? [[formPath(pointer), t(`refusal.${known}`)]] : [];
      }),
    );
}
