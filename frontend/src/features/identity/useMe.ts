import { useSuspenseQuery } from '@tanstack/react-query';
import { getMeOptions } from '@/api/generated/public/@tanstack/react-query.gen';

/** Who is signed in. Only under the desk's routes, which load it before they show anything. */
export const useMe = () => useSuspenseQuery({ ...getMeOptions(), staleTime: Infinity }).data;

/** Whether this person's role may call an operation at all; records say more in their `actions`. */
export const useMay = (operation: string) => useMe().operations.includes(operation);
