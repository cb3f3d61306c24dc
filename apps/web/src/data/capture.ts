import { captureRoutes as routes } from '#contracts';
import { useRead } from './queries.js';

/** The process reports every few seconds, and commits tell of nothing here. */
const READ_AGAIN_MS = 5_000;

export const useConnection = () => useRead(['capture'], routes.connection, {}, { refetchInterval: READ_AGAIN_MS });
