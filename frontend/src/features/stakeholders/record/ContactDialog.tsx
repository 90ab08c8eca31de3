import { useTranslation } from 'react-i18next';
import { type Stakeholder, type StakeholderContact, updateStakeholder } from '@/api/generated';
import { zStakeholderChange } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { ContactFields } from '../form/ContactFields';
import { type ContactValues, contactBody } from '../form/values';
import { RecordDialog } from './RecordDialog';

interface Props {
  record: Stakeholder;
  /** What was kept, as a look has shown it. */
  contact: StakeholderContact | undefined;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  contact: ContactValues;
}

const valuesOf = (contact: StakeholderContact | undefined): Values => ({
  contact: {
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
    address: contact?.address ?? '',
  },
});

const bodyOf = ({ contact }: Values) => ({ contact: contactBody(contact) });

/** A contact is changed as a whole; one without any entry is deleted. */
export function ContactDialog({ record, contact, onClose }: Props) {
  const { t } = useTranslation('stakeholders');
  return (
    <RecordDialog
      title={t('contact')}
      rules={zStakeholderChange}
      initial={valuesOf(contact)}
      toBody={bodyOf}
      record={record}
      send={(values) =>
        updateStakeholder({
          path: { id: record.id },
          headers: ifMatch(record),
          body: bodyOf(values),
        })
      }
      onClose={onClose}
    >
      {(form) => <ContactFields form={form} path="contact." />}
    </RecordDialog>
  );
}
