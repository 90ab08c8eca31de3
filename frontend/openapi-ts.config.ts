import { client } from './scripts/openapi.ts';

export default client();
