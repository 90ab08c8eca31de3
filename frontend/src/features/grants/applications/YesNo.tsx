import { useTranslation } from 'react-i18next';
import { ChoiceList } from '@/ui/ChoiceList';

interface Props {
  /** The id of the heading that asks the question. */
  labelledBy: string;
  value: boolean | null | undefined;
  onChange: (value: boolean) => void;
}

/** Yes or no, with room for a thumb. */
export function YesNo({ labelledBy, value, onChange }: Props) {
  const { t } = useTranslation('grant-applications');
  const chosen = value === undefined || value === null ? undefined : value ? 'yes' : 'no';
  return (
    <ChoiceList
      labelledBy={labelledBy}
      choices={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(each) }))}
      value={chosen}
      onChange={(each) => onChange(each === 'yes')}
    />
  );
}
