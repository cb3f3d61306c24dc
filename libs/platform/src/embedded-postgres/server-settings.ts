import { type ServerSize } from '../settings/database-settings.js';

/** Enough for an installation of moderate size; a larger one raises the settings. */
export const USUAL_SIZE: ServerSize = { connections: 200, sharedBuffersMb: 256, workMemMb: 4, maintenanceMemMb: 64 };

/** What the server is told on its command line, so that an old data directory gets today's settings. */
export function serverSettings(port: number, durable: boolean, size: ServerSize = USUAL_SIZE): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // Each queue and worker on the PostgreSQL backend holds a pool and a LISTEN connection.
    max_connections: String(size.connections),
    shared_buffers: `${size.sharedBuffersMb}MB`,
    work_mem: `${size.workMemMb}MB`,
    maintenance_work_mem: `${size.maintenanceMemMb}MB`,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // A refused statement, its message and its DETAIL quote row values; logs must not. The sender gets them in the error.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' }),
  };
}
