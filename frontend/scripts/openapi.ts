import type { UserConfig } from '@hey-api/openapi-ts';

export const client = (folder = '', only?: string[]): UserConfig => ({
  input: process.env.OPENAPI_INPUT ?? '../openapi/openapi.json',
  output: { path: `${process.env.OPENAPI_OUTPUT ?? 'src/api/generated'}${folder}`, clean: true },
  parser: {
    filters: { operations: { include: only } },
  },
  plugins: [
    '@hey-api/typescript',
    { name: '@hey-api/client-fetch', throwOnError: true },
    '@hey-api/sdk',
    '@tanstack/react-query',
    { name: 'zod', compatibilityVersion: 'mini' },
  ],
});
