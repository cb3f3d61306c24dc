/** For idle connections: a firewall drops a connection after some minutes of silence, and the next query would hang. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;
