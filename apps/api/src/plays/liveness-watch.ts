import { type ServerResponse } from 'node:http';

const EVERY_MS = 500;

/**
 * Cuts a response off as soon as `isLive` denies or cannot be answered. The connection is reset, not closed: closing would still send what
 * lies in the system's buffers.
 */
export function cutOffWhenOver(response: ServerResponse, isLive: () => Promise<boolean>): void {
  const cut = () => response.socket?.resetAndDestroy();
  const timer = setInterval(() => {
    isLive().then(
      (live) => {
        if (!live && !response.writableFinished) cut();
      },
      () => cut(),
    );
  }, EVERY_MS);
  response.once('close', () => clearInterval(timer));
}
