import { once } from 'node:events';
import { createServer } from 'node:net';

/** @throws with what to do, when another programme listens on the port of 127.0.0.1 already */
export async function assertPortFree(port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} is in use by another programme. Stop it, or choose another port: SHOUWEN_PORT=3001 npm run demo`,
    );
  } finally {
    server.close();
  }
}
