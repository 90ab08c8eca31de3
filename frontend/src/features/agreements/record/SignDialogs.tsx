import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AgreementSide, recordAgreementSignature, signAgreement } from '@/api/generated';
import { zAgreementSigning, zPaperSignature } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { useName } from '@/ui/names';
import { AgreementDialog, type AgreementMove } from './AgreementDialog';

/** What a side is called: an organisation, or the community of a place. */
export function useSideName() {
  const { t } = useTranslation('agreements');
  const name = useName();
  return ({ organisation, place }: AgreementSide) =>
    organisation
      ? name(organisation.names)
      : t('community_of', { place: place && name(place.names) });
}

const unsigned = ({ agreement: { sides } }: Pick<AgreementMove, 'agreement'>) =>
  sides.filter(({ signature }) => !signature);

/** Signs for a side of one's own: it binds all of that side. */
export function SignDialog({ agreement, onClose }: AgreementMove) {
  const { t } = useTranslation('agreements');
  const sideName = useSideName();
  const own = unsigned({ agreement }).filter((side) => side.own);
  return (
    <AgreementDialog
      title={t('move.sign_agreement')}
      help={t('help.sign_agreement')}
      confirm={t('move.sign_agreement')}
      rules={zAgreementSigning}
      initial={{ side_id: own[0]?.id ?? '' }}
      agreement={agreement}
      send={(body) =>
        signAgreement({ path: { id: agreement.id }, headers: ifMatch(agreement), body })
      }
      onClose={onClose}
    >
      {(form) => (
        <NativeSelect
          size="md"
          label={t('sign_for')}
          data={own.map((side) => ({ value: side.id, label: sideName(side) }))}
          {...form.getInputProps('side_id')}
        />
      )}
    </AgreementDialog>
  );
}

interface Values extends Record<string, unknown> {
  side_id: string;
  scan_id: string;
  signatory: string;
  witness: string;
  signed_on: string | null;
}

/** A side signed on paper: its scan is among the files, and somebody saw it. */
export function PaperDialog({ agreement, onClose }: AgreementMove) {
  const { t } = useTranslation('agreements');
  const sideName = useSideName();
  const sides = unsigned({ agreement });
  const scans = agreement.attachments ?? [];
  const initial: Values = {
    side_id: sides[0]?.id ?? '',
    scan_id: scans.at(-1)?.id ?? '',
    signatory: '',
    witness: '',
    signed_on: null,
  };
  return (
    <AgreementDialog
      title={t('move.record_agreement_signature')}
      help={t('help.record_agreement_signature')}
      rules={zPaperSignature}
      initial={initial}
      agreement={agreement}
      send={(values) =>
        recordAgreementSignature({
          path: { id: agreement.id },
          headers: ifMatch(agreement),
          body: zPaperSignature.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <NativeSelect
            size="md"
            label={t('sign_for')}
            data={sides.map((side) => ({ value: side.id, label: sideName(side) }))}
            {...form.getInputProps('side_id')}
          />
          <NativeSelect
            size="md"
            label={t('scan')}
            description={scans.length === 0 && t('scan_first')}
            data={scans.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('scan_id')}
          />
          <TextInput withAsterisk label={t('signatory')} {...form.getInputProps('signatory')} />
          <TextInput withAsterisk label={t('witness')} {...form.getInputProps('witness')} />
          <DayField
            withAsterisk
            label={t('signed_on')}
            maxDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('signed_on')}
          />
        </>
      )}
    </AgreementDialog>
  );
}
