import {
  FLOOR_NAMESPACE,
  floorFrameSchema,
  floorRoutes,
  floorTeamsSchema,
  SOCKET_PATH,
  type FloorAcknowledgement,
  type FloorTeams,
  type FloorToClientEvents,
} from '#contracts';
import { useEffect, useState } from 'react';
import type { Socket } from 'socket.io-client';
import { send } from './api.js';
import { takeFrame, type Floors } from './floor.rules.js';
import { useChange } from './queries.js';

export interface FloorNow {
  /** null until the server said which teams there are. */
  teams: FloorTeams | null;
  floors: Floors;
  /** How far this machine's clock is ahead of the server's, milliseconds. */
  aheadMs: number;
  lost: boolean;
}

const AGAIN_MS = 2_000;
const NOTHING: FloorNow = { teams: null, floors: {}, aheadMs: 0, lost: false };

/** Looks at floors for as long as the screen is there; the server sends all of it, then what changes. @param teams those to show; null: all that there is room for */
export function useFloor(teams: readonly string[] | null): FloorNow {
  const [now, setNow] = useState(NOTHING);
  const wanted = teams?.join(',') ?? null;
  useEffect(() => {
    let over = false;
    let socket: Socket<FloorToClientEvents> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const lose = () => setNow((was) => ({ ...was, lost: true }));
    const later = (act: () => void) => {
      clearTimeout(again);
      again = setTimeout(act, AGAIN_MS);
    };
    const connect = ({ io }: { io: (address: string, options: object) => Socket<FloorToClientEvents> }) => {
      if (over) return;
      const auth = wanted === null ? {} : { teams: wanted.split(',').filter(Boolean) };
      const opened = io(FLOOR_NAMESPACE, { path: SOCKET_PATH, transports: ['websocket'], auth });
      socket = opened;
      opened.on('teams', (message) => {
        const told = floorTeamsSchema.parse(message);
        setNow((was) => ({ ...was, teams: told, floors: {}, lost: false }));
      });
      opened.on('floor', (message) => {
        const frame = floorFrameSchema.parse(message);
        const aheadMs = Date.now() - Date.parse(frame.at);
        setNow((was) => ({ ...was, aheadMs, floors: takeFrame(was.floors, frame) }));
      });
      opened.on('disconnect', (reason) => {
        lose();
        // The server let go of this floor, of which the client tries none again by itself.
        if (reason === 'io server disconnect') later(() => opened.connect());
      });
      opened.on('connect_error', () => {
        lose();
        if (!opened.active) later(() => opened.connect());
      });
    };
    const fetchClient = () =>
      void import('socket.io-client').then(connect as never, () => {
        if (over) return;
        lose();
        later(fetchClient);
      });
    fetchClient();
    return () => {
      over = true;
      clearTimeout(again);
      socket?.disconnect();
    };
  }, [wanted]);
  return now;
}

/** What became of it, the floor shows by itself. */
export const useAcknowledge = () => useChange((body: FloorAcknowledgement) => send(floorRoutes.acknowledge, { body }));
