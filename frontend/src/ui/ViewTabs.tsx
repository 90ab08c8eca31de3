import { Link, type LinkProps } from '@tanstack/react-router';
import { Icon, type IconName } from './Icon';
import classes from './ViewTabs.module.css';

interface View {
  to: LinkProps['to'];
  name: string;
  icon: IconName;
}

interface Props {
  label: string;
  views: readonly View[];
  /** What is kept on the way from one view to another. */
  search?: LinkProps['search'];
}

/** The way between pages that show the same records in different ways. */
export function ViewTabs({ label, views, search }: Props) {
  return (
    <nav aria-label={label} className={classes.views} data-no-print>
      {views.map(({ to, name, icon }) => (
        <Link
          key={to}
          to={to}
          search={search}
          className={classes.view}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          <Icon name={icon} size={18} />
          {name}
        </Link>
      ))}
    </nav>
  );
}
