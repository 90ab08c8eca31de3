import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/identity/useMe';
import { paths } from '@/paths';
import { destinationsFor } from '@/shell/navigation';
import { TextLink } from '@/ui/links';
import classes from './Home.module.css';
import { HomeSection } from './HomeSection';

/** For whoever reads no cases: the pages that their work is on. */
export function Destinations() {
  const { t } = useTranslation(['desk', 'home']);
  const me = useMe();
  return (
    <HomeSection title={t('home:destinations')}>
      <ul className={classes.figures}>
        {destinationsFor(me)
          .filter(({ to }) => to !== paths.desk)
          .map(({ to, label }) => (
            <li key={to} className={classes.figure}>
              <TextLink to={to}>{t(label)}</TextLink>
            </li>
          ))}
      </ul>
    </HomeSection>
  );
}
