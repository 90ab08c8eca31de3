import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import {
  askGrantApplication,
  findGrantApplicationEligible,
  findGrantApplicationNotEligible,
  withdrawGrantApplication,
} from '@/api/generated';
import {
  zGrantApplicationNote,
  zGrantIneligibility,
  zGrantInformationRequest,
} from '@/api/generated/zod.gen';
import { ifMatch } from '@/api/headers';
import { todayInBishkek } from '@/ui/calendar/month';
import { DayField } from '@/ui/forms/DayField';
import { ApplicationDialog, type ApplicationMove } from './ApplicationDialog';
import { noteOf } from './note';

const request = ({ application }: Pick<ApplicationMove, 'application'>) => ({
  path: { id: application.id },
  headers: ifMatch(application),
});

const zNothing = z.object({});

export function EligibleDialog({ application, onClose }: ApplicationMove) {
  const { t } = useTranslation('grant-applications');
  return (
    <ApplicationDialog
      title={t('move.find_grant_application_eligible')}
      help={t('help.find_grant_application_eligible')}
      confirm={t('move.find_grant_application_eligible')}
      rules={zNothing}
      initial={{}}
      application={application}
      send={() => findGrantApplicationEligible(request({ application }))}
      onClose={onClose}
    >
      {() => null}
    </ApplicationDialog>
  );
}

interface Question extends Record<string, unknown> {
  question: string;
  answer_by: string | null;
}

export function AskDialog({ application, onClose }: ApplicationMove) {
  const { t } = useTranslation('grant-applications');
  const initial: Question = { question: '', answer_by: null };
  return (
    <ApplicationDialog
      title={t('move.ask_grant_application')}
      help={t('help.ask_grant_application')}
      confirm={t('move.ask_grant_application')}
      rules={zGrantInformationRequest}
      initial={initial}
      application={application}
      send={(values) =>
        askGrantApplication({
          ...request({ application }),
          body: zGrantInformationRequest.parse(values),
        })
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Textarea
            withAsterisk
            autosize
            minRows={3}
            label={t('question')}
            description={t('applicant_reads')}
            {...form.getInputProps('question')}
          />
          <DayField
            withAsterisk
            label={t('answer_by_label')}
            minDate={todayInBishkek()}
            popoverProps={{ withinPortal: false }}
            {...form.getInputProps('answer_by')}
          />
        </>
      )}
    </ApplicationDialog>
  );
}

export function NotEligibleDialog({ application, onClose }: ApplicationMove) {
  const { t } = useTranslation('grant-applications');
  return (
    <ApplicationDialog
      title={t('move.find_grant_application_not_eligible')}
      help={t('help.find_grant_application_not_eligible')}
      confirm={t('move.find_grant_application_not_eligible')}
      color="felt"
      rules={zGrantIneligibility}
      initial={{ reason: '' }}
      application={application}
      send={(body) => findGrantApplicationNotEligible({ ...request({ application }), body })}
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          withAsterisk
          autosize
          minRows={3}
          label={t('why')}
          description={t('applicant_reads')}
          {...form.getInputProps('reason')}
        />
      )}
    </ApplicationDialog>
  );
}

export function WithdrawDialog({ application, onClose }: ApplicationMove) {
  const { t } = useTranslation('grant-applications');
  return (
    <ApplicationDialog
      title={t('move.withdraw_grant_application')}
      help={t('help.withdraw_grant_application')}
      confirm={t('move.withdraw_grant_application')}
      color="felt"
      rules={zGrantApplicationNote}
      initial={{ note: '' }}
      toBody={noteOf}
      application={application}
      send={(values) =>
        withdrawGrantApplication({ ...request({ application }), body: noteOf(values) })
      }
      onClose={onClose}
    >
      {(form) => (
        <Textarea
          autosize
          minRows={2}
          maxLength={2000}
          label={t('note')}
          {...form.getInputProps('note')}
        />
      )}
    </ApplicationDialog>
  );
}
