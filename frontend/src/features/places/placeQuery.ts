import { getPlaceOptions } from '@/api/generated/@tanstack/react-query.gen';

/** Places hardly ever change, and a tree asks for the same ones again and again. */
export const placeQuery = (id: string) => ({
  ...getPlaceOptions({ path: { id } }),
  staleTime: 10 * 60_000,
});
