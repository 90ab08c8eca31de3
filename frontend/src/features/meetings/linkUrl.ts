import { paths } from '@/paths';

/** The page on which somebody without an account answers; the token follows in the fragment. */
export const linkUrl = (token: string) => `${window.location.origin}${paths.meetingLink}#${token}`;
