import { type ClientToServerEvents, NOT_SIGNED_IN, type ServerToClientEvents, SOCKET_PATH } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type * as socketClient from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { follow } from './follow-push.js';
import { lockAndAsk } from './forgetting.js';
import { useMe } from './session.js';
import { siteDay } from '../format/use-format.js';

/** `since` is when the connection was lost: what is on the screen is of that moment. */
export type PushState = { status: 'connecting' } | { status: 'live' } | { status: 'lost'; since: number };

type SocketClient = Pick<typeof socketClient, 'io'>;

const PushContext = createContext<PushState>({ status: 'connecting' });

/** Until the socket is tried again, when the server was not ready for it. */
const REFUSED_AGAIN_MS = 2_000;

/** Until the socket's client is fetched again, when it could not be. */
const FETCH_AGAIN_MS = 10_000;

/** Holds the live socket while a person is signed in and turns its messages into queries to read again. */
export function PushProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { timeZone } = useMe();
  const [state, setState] = useState<PushState>({ status: 'connecting' });
  useEffect(() => {
    let stop = () => {};
    let again: ReturnType<typeof setTimeout> | undefined;
    const over = new AbortController();
    const lose = () => setState((was) => (was.status === 'lost' ? was : { status: 'lost', since: Date.now() }));
    const connect = ({ io }: SocketClient) => {
      if (over.signal.aborted) return;
      const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
        path: SOCKET_PATH,
        // One connection, so that a load balancer may send it to any API: decision 17.
        transports: ['websocket'],
      });
      const unfollow = follow(socket, client, () => siteDay(timeZone));
      socket.on('connect', () => setState({ status: 'live' }));
      socket.on('disconnect', lose);
      socket.on('ended', () => lockAndAsk(client));
      socket.on('connect_error', ({ message }) => {
        lose();
        if (message === NOT_SIGNED_IN) lockAndAsk(client);
        // Refused before it was open, it does not try again by itself: the server is there, and cannot ask its database yet.
        else if (!socket.active) again = setTimeout(() => socket.connect(), REFUSED_AGAIN_MS);
      });
      // Without it a cable that was pulled is noticed only when the server was silent for long. It tries again at once, and from then on.
      const offline = () => void socket.io.engine.close();
      window.addEventListener('offline', offline);
      stop = () => {
        window.removeEventListener('offline', offline);
        unfollow();
        socket.disconnect();
      };
    };
    // Not before the screen is drawn, which does without it.
    const fetchClient = () =>
      void import('socket.io-client').then(connect, () => {
        if (over.signal.aborted) return;
        lose();
        again = setTimeout(fetchClient, FETCH_AGAIN_MS);
      });
    fetchClient();
    return () => {
      over.abort();
      clearTimeout(again);
      stop();
    };
  }, [client, timeZone]);
  return <PushContext value={state}>{children}</PushContext>;
}

export function usePush(): PushState {
  return use(PushContext);
}
