import { lazyRouteComponent } from '@tanstack/react-router';

type Module = Record<string, () => React.ReactNode>;

/** A page of the desk, by its file below `features`, which exports it by its own name: `sites/SitesPage`. */
export const deskPage = (file: string) =>
  lazyRouteComponent<Module, string>(
    async () => {
      const load = (await import('./deskPages')).deskPages[`./features/${file}.tsx`];
      if (!load) throw new Error(`No page ${file}`);
      return load();
    },
    file.replace(/^.*\//, ''),
  );
