import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyCase } from '@/api/generated/public';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';

export function OwnWords({ mine }: { mine: MyCase }) {
  const { t } = useTranslation('my-case');
  const name = useName();
  const { date } = useFormats();
  const answers = [
    { label: t('own_words.narrative'), text: mine.narrative },
    { label: t('own_words.place'), text: name(mine.place) },
    { label: t('own_words.site'), text: mine.site && name(mine.site) },
    { label: t('own_words.occurred_on'), text: mine.occurred_on && date(mine.occurred_on) },
    { label: t('own_words.wish'), text: mine.wish },
  ];
  return (
    <section>
      <Title order={2} mb="sm">
        {t('own_words.title')}
      </Title>
      <dl style={{ margin: 0 }}>
        {answers
          .filter(({ text }) => text)
          .map(({ label, text }) => (
            <div key={label}>
              <Text component="dt" fw={600}>
                {label}
              </Text>
              <Text component="dd" m={0} mb="sm" style={{ whiteSpace: 'pre-line' }}>
                {text}
              </Text>
            </div>
          ))}
      </dl>
    </section>
  );
}
