export { stopTestServer as default } from './start-postgres.mjs';
