import type { UserConfig } from '@hey-api/openapi-ts';

const bytes = 'application/octet-stream';

interface Body {
  content?: Record<string, { schema?: unknown }>;
}

/** The document describes a file's bytes as a list of numbers; a client wants a Blob. */
function asBinary(body: Body | undefined) {
  const media = body?.content?.[bytes];
  if (media) media.schema = { type: 'string', format: 'binary' };
}

export const client = (folder = '', only?: string[]): UserConfig => ({
  input: process.env.OPENAPI_INPUT ?? '../openapi/openapi.json',
  output: { path: `${process.env.OPENAPI_OUTPUT ?? 'src/api/generated'}${folder}`, clean: true },
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
