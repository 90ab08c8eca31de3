import { configureClient } from './client';
import { client } from './generated/client.gen';

/** The whole API, configured when the desk's frame loads: before any of its pages can ask. */
configureClient(client);
