import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { amendAgreement, endAgreement, updateAgreement } from '@/api/generated';
import { zAgreementAmendment, zAgreementChange, zAgreementEnding } from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { AgreementDialog, type AgreementMove } from './AgreementDialog';

const textOf = ({ agreement: { texts } }: Pick<AgreementMove, 'agreement'>) => texts[0]?.text ?? '';

/** A draft is written anew. */
export function ChangeDialog({ agreement, onClose }: AgreementMove) {
  const { t } = useTranslation('agreements');
  return (
    <AgreementDialog
      wide
      title={t('move.update_agreement')}
      rules={zAgreementChange}
      initial={{ title: agreement.title, text: textOf({ agreement }) }}
      agreement={agreement}
      send={(body) =>
        updateAgreement({ path: { id: agreement.id }, headers: ifMatch(agreement), body })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput withAsterisk label={t('title_label')} {...form.getInputProps('title')} />
          <Textarea
            withAsterisk
            autosize
            minRows={8}
            label={t('text')}
            {...form.getInputProps('text')}
          />
        </>
      )}
    </AgreementDialog>
  );
}

/** Another text: every side is asked again, and what holds goes on to hold. */
export function AmendDialog({ agreement, onClose }: AgreementMove) {
  const { t } = useTranslation('agreements');
  return (
    <AgreementDialog
      wide
      title={t('move.amend_agreement')}
      help={t('help.amend_agreement')}
      confirm={t('move.amend_agreement')}
      rules={zAgreementAmendment}
      initial={{ text: textOf({ agreement }), reason: '' }}
      agreement={agreement}
      send={(body) =>
        amendAgreement({ path: { id: agreement.id }, headers: ifMatch(agreement), body })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Textarea
            withAsterisk
            autosize
            minRows={8}
            label={t('text')}
            {...form.getInputProps('text')}
          />
          <Textarea
            withAsterisk
            autosize
            minRows={2}
            label={t('why')}
            description={t('sides_read')}
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </AgreementDialog>
  );
}

export function EndDialog({ agreement, onClose }: AgreementMove) {
  const { t } = useTranslation('agreements');
  return (
    <AgreementDialog
      title={t('move.end_agreement')}
      help={t('help.end_agreement')}
      confirm={t('move.end_agreement')}
      color="felt"
      rules={zAgreementEnding}
      initial={{ reason: '' }}
      agreement={agreement}
      send={(body) =>
        endAgreement({ path: { id: agreement.id }, headers: ifMatch(agreement), body })
      }
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          withAsterisk
          autosize
          minRows={2}
          label={t('why')}
          description={t('sides_read')}
          {...form.getInputProps('reason')}
        />
      )}
    </AgreementDialog>
  );
}
