import { toApiProblem } from '@/api/problem';
import { offline } from './database';

/** Fetches, and keeps the answer for the next time that there is no network. */
export async function freshOrKept<T>(name: string, fetchFresh: () => Promise<T>): Promise<T> {
  const database = await offline();
  try {
    const fresh = await fetchFresh();
    await database.put('snapshots', fresh, name);
    return fresh;
  } catch (error) {
    const kept = (await database.get('snapshots', name)) as T | undefined;
    if (kept === undefined || toApiProblem(error).status !== 0) throw error;
    return kept;
  }
}
