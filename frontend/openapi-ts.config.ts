import { defineConfig, type UserConfig } from '@hey-api/openapi-ts';

const bytes = 'application/octet-stream';

interface Body {
  content?: Record<string, { schema?: unknown }>;
}

/** The document describes a file's bytes as a list of numbers; a client wants a Blob. */
function asBinary(body: Body | undefined) {
  const media = body?.content?.[bytes];
  if (media) media.schema = { type: 'string', format: 'binary' };
}

const publicOperations = [
  '/ \\/api\\/v1\\/(auth|intake|my-case|receipts)\\//',
  '/ \\/api\\/v1\\/(intake|me|my-case)$/',
  '/ \\/api\\/v1\\/invitations\\/(open|accept)$/',
];

const client = (path: string, only?: string[]): UserConfig => ({
  input: process.env.OPENAPI_INPUT ?? '../openapi/openapi.json',
  output: { path: `${process.env.OPENAPI_OUTPUT ?? 'src/api'}/${path}`, clean: true },
  parser: {
    filters: { operations: { include: only } },
    patch: {
      operations: (_method, _path, operation) => {
        const { requestBody, responses = {} } = operation as {
          requestBody?: Body;
          responses?: Record<string, Body>;
        };
        [requestBody, ...Object.values(responses)].forEach(asBinary);
      },
    },
  },
  plugins: [
    '@hey-api/typescript',
    { name: '@hey-api/client-fetch', throwOnError: true },
    '@hey-api/sdk',
    '@tanstack/react-query',
    { name: 'zod', compatibilityVersion: 'mini' },
  ],
});

/** The public pages have a client of their own, which does not grow with the desk's. */
export default defineConfig([client('generated'), client('public', publicOperations)]);
