/**
 * Every page of the desk. Kept apart from the routes: those are in everybody's first download, where the name of a file for
 * each page that a villager never opens would weigh more than the page that is asked for.
 */
export const deskPages = import.meta.glob<Record<string, () => React.ReactNode>>([
  './features/**/*Page.tsx',
  '!./features/{identity,intake,my-case,second-factor,verify,voice,welcome}/**',
]);
