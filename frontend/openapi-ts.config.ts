import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: process.env.OPENAPI_INPUT ?? '../openapi/openapi.json',
  output: { path: process.env.OPENAPI_OUTPUT ?? 'src/api/generated', clean: true },
  plugins: [
    '@hey-api/typescript',
    { name: '@hey-api/client-fetch', throwOnError: true },
    '@hey-api/sdk',
    '@tanstack/react-query',
    { name: 'zod', compatibilityVersion: 'mini' },
  ],
});
