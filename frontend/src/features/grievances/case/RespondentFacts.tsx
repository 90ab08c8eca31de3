import { useTranslation } from 'react-i18next';
import type { RespondentGrievance } from '@/api/generated';
import { useFormats } from '@/ui/formats';
import { useName } from '@/ui/names';
import { Facts } from './Facts';

export function RespondentFacts({ record }: { record: RespondentGrievance }) {
  const { t } = useTranslation('cases');
  const { month } = useFormats();
  const name = useName();
  const { district, site } = record;
  return (
    <Facts
      facts={[
        [t('fact.district'), district && name(district)],
        [t('fact.site'), site && name(site.names)],
        [t('fact.month'), month(record.month)],
      ]}
    />
  );
}
