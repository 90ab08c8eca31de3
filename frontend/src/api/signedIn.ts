import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { paths } from '@/paths';
import { getMeOptions } from './generated/public/@tanstack/react-query.gen';
import { toApiProblem } from './problem';

/** Who is signed in; a stranger is led to the door, and from there to `next`. */
export async function signedIn(queryClient: QueryClient, next: string) {
  try {
    return await queryClient.ensureQueryData(getMeOptions());
  } catch (error) {
    if (toApiProblem(error).status !== 401) throw error;
    throw redirect({ to: paths.signIn, search: { next } });
  }
}
