import { useTranslation } from 'react-i18next';
import classes from './SkipLink.module.css';

export const mainId = 'main';

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={classes.skip} href={`#${mainId}`}>
      {t('skip_to_content')}
    </a>
  );
}
