import { useTranslation } from 'react-i18next';
import catalogue from '@/i18n/en/audit.json';
import { FilterSelect } from '@/ui/FilterSelect';
import { useAuditWords } from './useAuditWords';

const operations = Object.keys(catalogue.done);

interface Props {
  value: string | undefined;
  onChange: (operation: string | undefined) => void;
}

export function OperationSelect({ value, onChange }: Props) {
  const { t } = useTranslation('audit');
  const { doneOf } = useAuditWords();
  const choices = operations.map((operation) => ({ value: operation, label: doneOf(operation) }));
  return (
    <FilterSelect
      label={t('operation')}
      choices={choices.sort((one, other) => one.label.localeCompare(other.label, 'ru'))}
      value={value}
      onChange={onChange}
    />
  );
}
