/** Every URL of the app. Links and routes take them from here, with `params` where one has a `$`. */
export const paths = {
  welcome: '/',
  about: '/about',
  raise: '/raise',
  receipt: '/receipt',
  myCase: '/my-case',
  /** A receipt's proof follows in the fragment, which never reaches a server's log. */
  verify: '/verify',
  signIn: '/sign-in',
  /** The invitation's token follows in the fragment (`#…`), which never reaches a server's log. */
  invitation: '/invitation',
  secondFactor: '/second-factor',
  recoveryCodes: '/second-factor/codes',
  desk: '/desk',
  grievances: '/desk/grievances',
  grievance: '/desk/grievances/$grievanceId',
  board: '/desk/grievances/board',
  map: '/desk/grievances/map',
  calendar: '/desk/grievances/calendar',
  workload: '/desk/grievances/workload',
  recordGrievance: '/desk/grievances/record',
  call: '/desk/grievances/call',
  papers: '/desk/papers',
  paperNew: '/desk/papers/new',
  paperEnter: '/desk/papers/enter',
  paperBatch: '/desk/papers/$batchId',
  letters: '/desk/letters',
  letterNew: '/desk/letters/new',
  letterEdit: '/desk/letters/$letterId/edit',
  protection: '/desk/protection',
  organisations: '/desk/organisations',
  organisationNew: '/desk/organisations/new',
  organisation: '/desk/organisations/$organisationId',
  organisationEdit: '/desk/organisations/$organisationId/edit',
  sites: '/desk/sites',
  siteNew: '/desk/sites/new',
  site: '/desk/sites/$siteId',
  siteEdit: '/desk/sites/$siteId/edit',
  places: '/desk/places',
  placeNew: '/desk/places/new',
  place: '/desk/places/$placeId',
  placeEdit: '/desk/places/$placeId/edit',
  programmes: '/desk/programmes',
  programmeNew: '/desk/programmes/new',
  programme: '/desk/programmes/$programmeId',
  programmeEdit: '/desk/programmes/$programmeId/edit',
  accounts: '/desk/accounts',
  account: '/desk/accounts/$accountId',
  accountEdit: '/desk/accounts/$accountId/edit',
  invitations: '/desk/invitations',
  invitationNew: '/desk/invitations/new',
  apiKeys: '/desk/api-keys',
  apiKeyNew: '/desk/api-keys/new',
  holidays: '/desk/holidays',
  holidayNew: '/desk/holidays/new',
  notifications: '/desk/notifications',
  audit: '/desk/audit',
  me: '/desk/me',
} as const;

/** Where to go after signing in: only ever a page of this app. */
export const localPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

/** What the pages at the door keep in their address. */
export const nextPage = ({ next }: Record<string, unknown>): { next?: string } => ({
  next: localPath(next),
});
