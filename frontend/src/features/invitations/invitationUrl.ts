import { paths } from '@/paths';

export const invitationUrl = (token: string) =>
  `${window.location.origin}${paths.invitation}#${token}`;
