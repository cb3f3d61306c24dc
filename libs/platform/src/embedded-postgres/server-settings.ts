/** What the server is told on its command line, so that an old data directory gets today's settings. */
export function serverSettings(port: number, durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // Each queue and worker on the PostgreSQL backend holds a pool and a LISTEN connection.
    max_connections: '200',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // A refused statement, its message and its DETAIL quote row values; logs must not. Whoever sent it gets them in the error.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' }),
  };
}
