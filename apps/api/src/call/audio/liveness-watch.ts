import { type ServerResponse } from 'node:http';

const EVERY_MS = 400;
/** After a revocation no byte may be sent for longer than a second, so nothing is sent a second after the last answer that allowed it. */
const YES_LASTS_MS = 1000;

/**
 * Cuts a response off as soon as `isLive` denies or cannot be answered, and a second after the last yes was asked for: a database that
 * hangs says nothing at all. The connection is reset, not closed: closing would still send what lies in the system's buffers. The caller
 * has just asked for the first time. Of a client that went away meanwhile nothing is left to cut off.
 */
export function cutOffWhenOver(response: ServerResponse, isLive: () => Promise<boolean>): void {
  if (response.closed) return;
  const cut = () => {
    if (!response.writableFinished) response.socket?.resetAndDestroy();
  };
  let silence = setTimeout(cut, YES_LASTS_MS);
  let asking = false;
  const ask = () => {
    if (asking) return;
    asking = true;
    const askedAt = performance.now();
    isLive().then((live) => {
      asking = false;
      if (!live) return cut();
      clearTimeout(silence);
      if (!response.closed) silence = setTimeout(cut, YES_LASTS_MS - (performance.now() - askedAt));
    }, cut);
  };
  const timer = setInterval(ask, EVERY_MS);
  response.once('close', () => {
    clearInterval(timer);
    clearTimeout(silence);
  });
}
