/** Of connections that stay open when idle: a firewall between forgets a connection that is silent for minutes, and the next question would hang. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;
