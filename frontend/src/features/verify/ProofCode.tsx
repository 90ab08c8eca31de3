import { useTranslation } from 'react-i18next';
import { paths } from '@/paths';
import { QrCode } from '@/ui/QrCode';
// With the page, not when it is drawn: a page that shows a code once must not wait for a network.
import '@/ui/qr';
import classes from './ProofCode.module.css';
import { verifyLink } from './proof';

/** The proof of a receipt as a code that any phone's camera opens, and where it can be checked. */
export function ProofCode({ proof }: { proof: string }) {
  const { t } = useTranslation('verify');
  return (
    <figure className={classes.proof}>
      <QrCode text={verifyLink(proof)} label={t('code_label')} />
      <figcaption>{t('code_help', { address: window.location.host + paths.verify })}</figcaption>
    </figure>
  );
}
