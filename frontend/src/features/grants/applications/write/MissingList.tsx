import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldError, PublicGrantCall } from '@/api/generated';
import { useName } from '@/ui/names';
import { useFieldWords } from '../useFieldWords';
import { type Missing, missingIn } from './missing';
import classes from './Write.module.css';

interface Props {
  unready: readonly FieldError[];
  call: PublicGrantCall;
}

const goTo = (anchor: string) => {
  const part = document.getElementById(anchor);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
};

/** What is still missing, each a way to where it is. */
export function MissingList({ unready, call }: Props) {
  const { t } = useTranslation('grant-applications');
  const words = useFieldWords();
  const name = useName();
  const missing = missingIn(unready, call);
  const called = ({ kind, line, question }: Missing) => {
    const asked = call.questions.find(({ id }) => id === question);
    if (kind === 'question') return asked ? name(asked.prompt) : t('questions');
    return kind === 'line' ? t('line', { number: line }) : t(`missing.${kind}`);
  };
  if (missing.length === 0) return null;
  return (
    <div>
      <Text fw={600} mb="xs">
        {t('still_missing')}
      </Text>
      <ul className={classes.missing}>
        {missing.map((each) => (
          <li key={each.pointer}>
            <Anchor component="button" type="button" ta="start" onClick={() => goTo(each.anchor)}>
              {called(each)}
            </Anchor>
            {': '}
            {words.code(each.code)}
          </li>
        ))}
      </ul>
    </div>
  );
}
