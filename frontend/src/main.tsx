import './theme/styles';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { configureClient } from './api/client';
import { client } from './api/generated/public/client.gen';
import { createQueryClient } from './api/queryClient';
import { forgetSession } from './api/session';
import { setUpLanguages } from './i18n/setup';
import { keepUpToDate } from './offline/worker';
import { paths } from './paths';
import { createAppRouter } from './router';
import { theme } from './theme/theme';
import { variables } from './theme/variables';
import { Loading } from './ui/Loading';

// zod compiles its checks with `new Function` otherwise, which the content security policy forbids.
z.config({ jitless: true });
configureClient(client);
keepUpToDate();

const leaveDesk = (to: typeof paths.signIn | typeof paths.secondFactor) => {
  const { pathname, href } = router.state.location;
  if (!pathname.startsWith(paths.desk)) return;
  if (to === paths.signIn) forgetSession();
  queryClient.clear();
  router.navigate({ to, search: { next: href } });
};
const queryClient = createQueryClient({
  onSignedOut: () => leaveDesk(paths.signIn),
  onFactorNeeded: () => leaveDesk(paths.secondFactor),
});
const router = createAppRouter(queryClient);

await setUpLanguages();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={<Loading />}>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
