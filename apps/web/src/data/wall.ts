import {
  SOCKET_PATH,
  WALL_NAMESPACE,
  WALL_OVER,
  wallFrameSchema,
  wallsRoutes,
  type WallRow,
  type WallToClientEvents,
} from '#contracts';
import { useEffect, useState } from 'react';
import type { Socket } from 'socket.io-client';
import { send } from './api.js';

export interface WallNow {
  status: 'opening' | 'live' | 'away' | 'over';
  rows: Readonly<Record<string, WallRow>>;
  /** How far this device's clock is ahead of the server's, milliseconds. */
  aheadMs: number;
}

const AGAIN_MS = 3_000;

/** Takes the link's secret out of the address, so that it is in no history, and has it once. */
function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (!token) return null;
  window.history.replaceState(null, '', window.location.pathname);
  return token;
}

/** Opens a link the first time; from then on the device is known by its cookie. */
export function useWall(): WallNow {
  const [now, setNow] = useState<WallNow>({ status: 'opening', rows: {}, aheadMs: 0 });
  useEffect(() => {
    let gone = false;
    let socket: Socket<WallToClientEvents> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const is = (status: WallNow['status']) => setNow((was) => ({ ...was, status }));
    const over = () => {
      socket?.disconnect();
      setNow({ status: 'over', rows: {}, aheadMs: 0 });
    };
    const later = (act: () => void) => {
      clearTimeout(again);
      again = setTimeout(act, AGAIN_MS);
    };
    const connect = async () => {
      const { io } = await import('socket.io-client');
      if (gone) return;
      const opened: Socket<WallToClientEvents> = io(WALL_NAMESPACE, { path: SOCKET_PATH, transports: ['websocket'] });
      socket = opened;
      opened.on('wall', (message) => {
        const { at, whole, set, gone: without } = wallFrameSchema.parse(message);
        setNow(({ rows: before }) => {
          const rows = { ...(whole ? {} : before), ...set };
          for (const key of without) delete rows[key];
          return { status: 'live', rows, aheadMs: Date.now() - Date.parse(at) };
        });
      });
      opened.on('ended', over);
      opened.on('disconnect', (reason) => {
        setNow((was) => (was.status === 'over' ? was : { ...was, status: 'away' }));
        if (reason === 'io server disconnect') later(() => opened.connect());
      });
      opened.on('connect_error', ({ message }) => {
        if (message === WALL_OVER) return over();
        is('away');
        if (!opened.active) later(() => opened.connect());
      });
    };
    const token = takeToken();
    const begin = () =>
      void connect().catch(() => {
        if (gone) return;
        is('away');
        later(begin);
      });
    if (token === null) begin();
    // A link that opened nothing may still be this device's own, opened before: its cookie says so.
    else void send(wallsRoutes.open, { body: { token } }).then(begin, begin);
    return () => {
      gone = true;
      clearTimeout(again);
      socket?.disconnect();
    };
  }, []);
  return now;
}
