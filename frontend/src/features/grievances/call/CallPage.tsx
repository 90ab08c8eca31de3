import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Receipt } from '@/api/generated';
import { PageHeader } from '@/ui/PageHeader';
import { CallForm } from './CallForm';
import { ReadBack } from './ReadBack';

interface Recorded {
  receipt: Receipt;
  language: Language;
}

/** For whoever answers the telephone: filled in any order while somebody speaks. */
export function CallPage() {
  const { t } = useTranslation(['call', 'cases', 'grievances']);
  const [call, setCall] = useState(1);
  const [recorded, setRecorded] = useState<Recorded>();
  const next = () => {
    setRecorded(undefined);
    setCall(call + 1);
  };
  if (recorded) return <ReadBack {...recorded} onNext={next} />;
  return (
    <>
      <PageHeader title={t('call:title')} lead={t('call:lead')} />
      <CallForm
        key={call}
        onRecorded={(receipt, language) => setRecorded({ receipt, language })}
        onClear={next}
      />
    </>
  );
}
