import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '@/api/generated';
import { listLettersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { useMay } from '@/features/identity/useMe';
import { useName } from '@/ui/names';

interface Props {
  grievanceId: string;
  onChoose: (text: string) => void;
}

/** Letters ready to be changed and sent, in the reporter's language; nothing where the programme has none. */
export function LetterSelect({ grievanceId, onChoose }: Props) {
  const { t } = useTranslation('letters');
  const name = useName();
  const may = useMay('list_letters');
  const [chosen, setChosen] = useState<Letter>();
  const { data } = useQuery({
    ...listLettersOptions({ path: { id: grievanceId } }),
    enabled: may,
  });
  if (!data || data.items.length === 0) return null;
  const choose = (id: string) => {
    const letter = data.items.find(({ template_id }) => template_id === id);
    setChosen(letter);
    if (letter) onChoose(letter.text);
  };
  const missing = chosen?.missing.map((placeholder) => t(`placeholder.${placeholder}`)) ?? [];
  return (
    <div>
      <NativeSelect
        size="md"
        label={t('use')}
        description={t('use_help')}
        value={chosen?.template_id ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: '', label: t('none') },
          ...data.items.map(({ template_id, names }) => ({
            value: template_id,
            label: name(names),
          })),
        ]}
      />
      {missing.length > 0 && (
        <Text role="status" size="sm" mt={4}>
          {t('missing', { what: missing.join(', ') })}
        </Text>
      )}
    </div>
  );
}
