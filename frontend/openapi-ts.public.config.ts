import { client } from './scripts/openapi.ts';

const publicOperations = [
  '/ \\/api\\/v1\\/(auth|intake|my-case|receipts)\\//',
  '/ \\/api\\/v1\\/(intake|me|my-case|promises)$/',
  '/ \\/api\\/v1\\/meeting-links\\/(open|answer|calendar)$/',
  '/ \\/api\\/v1\\/public-grant-calls(\\/{id})?$/',
  '/ \\/api\\/v1\\/invitations\\/(open|accept)$/',
];

/** The public pages have a client of their own, which does not grow with the desk's. */
export default client('/public', publicOperations);
