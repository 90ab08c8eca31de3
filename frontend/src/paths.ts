/** Every URL of the app. Links and routes take them from here, with `params` where one has a `$`. */
export const paths = {
  welcome: '/',
  about: '/about',
  raise: '/raise',
  receipt: '/receipt',
  myCase: '/my-case',
  signIn: '/sign-in',
  desk: '/desk',
  grievances: '/desk/grievances',
  grievance: '/desk/grievances/$grievanceId',
  board: '/desk/grievances/board',
  map: '/desk/grievances/map',
  recordGrievance: '/desk/grievances/record',
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
  me: '/desk/me',
} as const;

/** Where to go after signing in: only ever a page of this app. */
export const localPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
