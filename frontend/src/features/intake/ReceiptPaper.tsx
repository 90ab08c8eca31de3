import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inFours } from '@/features/my-case/code';
import { ProofCode } from '@/features/verify/ProofCode';
import { paths } from '@/paths';
import { useFormats } from '@/ui/formats';
import { intakeQuery } from './intakeQuery';
import classes from './ReceiptPaper.module.css';

interface Props {
  reference: string;
  submittedAt: string;
  /** Nothing where the server has no key to sign with. */
  proof: string | null | undefined;
  /** Only right after the grievance was raised: nobody knows it later. */
  code?: string;
}

/** What the reporter keeps, on a screen or on paper from a roll to A4. */
export function ReceiptPaper({ reference, submittedAt, proof, code }: Props) {
  const { t } = useTranslation('intake');
  const { dateTime } = useFormats();
  const { data: intake } = useQuery(intakeQuery);
  return (
    <div className={classes.paper}>
      {/* Only while there is something to print for a narrow roll. */}
      <style>{'@page { margin: 5mm }'}</style>
      <dl className={classes.facts}>
        {code && (
          <div>
            <dt>{t('receipt.code')}</dt>
            <dd className={classes.code} translate="no">
              {inFours(code)
                .split(' ')
                .map((group, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: groups may be equal
                  <span key={index}>{group}</span>
                ))}
            </dd>
            <dd className={classes.help}>{t('receipt.code_help')}</dd>
          </div>
        )}
        <div>
          <dt>{t('receipt.reference')}</dt>
          <dd className={classes.reference}>{reference}</dd>
          <dd className={classes.help}>{t('receipt.reference_help')}</dd>
        </div>
      </dl>
      {proof && <ProofCode proof={proof} />}
      <div className={classes.next}>
        <Text>{t('receipt.submitted', { at: dateTime(submittedAt) })}</Text>
        <Text>{t('receipt.come_back', { address: window.location.host + paths.myCase })}</Text>
        {intake?.hotline && <Text>{t('receipt.hotline', { phone: intake.hotline })}</Text>}
      </div>
    </div>
  );
}
