import { listExportsQueryKey } from '@/api/generated/@tanstack/react-query.gen';
import { useRefresh } from '@/api/useKeepRecord';

export const useReloadExports = () => useRefresh(listExportsQueryKey());
