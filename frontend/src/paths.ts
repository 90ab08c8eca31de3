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
} as const;

/** Where to go after signing in: only ever a page of this app. */
export const localPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
