/** The words that only the desk has: even their list is too long for a first visit. */
export const deskCatalogues = import.meta.glob<object>(
  [
    './{ky,ru,en}/*.json',
    '!./*/{case-errors,common,errors,grant-calls,grievances,identity,intake,leave,meeting-link,my-case,promises,second-factor,shell,verify,voice,welcome}.json',
  ],
  { import: 'default' },
);
