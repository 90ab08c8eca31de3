import { useTranslation } from 'react-i18next';
import type { Language, PrintedSheet } from '@/api/generated';
import { inFours } from '@/features/my-case/code';
import { paths } from '@/paths';
import { QrCode } from '@/ui/QrCode';
import { entryLink } from './links';
import classes from './PaperForm.module.css';
import { Box, Lines } from './PaperParts';
import { inTwo } from './sheetNumber';

interface Props {
  sheet: PrintedSheet;
  language: Language;
}

/** One sheet of A4, in black on white: to be filled by hand above, to be torn off and kept below. */
export function PaperForm({ sheet: { number, code }, language }: Props) {
  const { t } = useTranslation('papers', { lng: language, useSuspense: false });
  return (
    <article
      className={classes.sheet}
      lang={language}
      aria-label={t('print.sheet', { number: inTwo(number) })}
    >
      <header className={classes.head}>
        <div>
          <h2 className={classes.title}>{t('form.name')}</h2>
          <p>{t('form.what_for')}</p>
        </div>
        <div className={classes.mark}>
          <QrCode text={entryLink(number)} label={t('form.qr_office')} />
          <span>
            {t('form.number')} <strong className={classes.figures}>{inTwo(number)}</strong>
          </span>
        </div>
      </header>
      <div className={classes.two}>
        <Lines label={t('form.where')} count={1} />
        <Lines label={t('form.when')} count={1} />
      </div>
      <Lines label={t('form.what')} count={8} grows />
      <Lines label={t('form.wish')} count={2} />
      <fieldset className={classes.choices}>
        <legend>{t('form.who')}</legend>
        <Box>{t('form.nobody')}</Box>
        <Box>{t('form.programme')}</Box>
        <Box>{t('form.named')}</Box>
      </fieldset>
      <Lines label={t('form.name_contact')} count={1} />
      <Box>{t('form.share')}</Box>
      <Box>{t('form.consent')}</Box>
      <div className={classes.two}>
        <Lines label={t('form.signature')} count={1} />
        <Lines label={t('form.received')} count={1} />
      </div>
      <p className={classes.part}>{t('form.office')}</p>
      <div className={classes.cut}>
        <span>✂ {t('form.cut')}</span>
      </div>
      <footer className={classes.kept}>
        <div>
          <p className={classes.part}>{t('form.yours')}</p>
          <p className={classes.codeLabel}>{t('form.code')}</p>
          <p className={classes.code} translate="no">
            {inFours(code)}
          </p>
          <p>{t('form.keep')}</p>
          <p>{t('form.promise')}</p>
          <p>
            {t('form.how')} <strong>{window.location.host + paths.myCase}</strong>
          </p>
        </div>
        <QrCode text={code} label={t('form.qr_reporter')} />
      </footer>
    </article>
  );
}
