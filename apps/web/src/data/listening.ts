import {
  LISTENING_NAMESPACE,
  listeningEndSchema,
  listeningRoutes,
  SOCKET_PATH,
  type ListeningEnd,
  type ListeningToClientEvents,
} from '#contracts';
import { useEffect, useRef, useState } from 'react';
import type { Socket } from 'socket.io-client';
import { send } from './api.js';
import { LiveSpeaker } from './live-sound.js';
import { useChange } from './queries.js';

export interface ListeningNow {
  /** null: none began. */
  state: 'begins' | 'waits' | 'sounds' | 'silent' | ListeningEnd | null;
  /** Part of the call is in a codec that is not decoded live. */
  undecoded: boolean;
}

/** Pieces without any loudness before it is said that there is no sound: five seconds. */
const SILENT_PIECES = 50;
const NOTHING: ListeningNow = { state: null, undecoded: false };

export const useBeginListening = () => useChange((liveCallId: string) => send(listeningRoutes.open, { liveCallId }));

/** Plays a listening for as long as the component is there. @param listeningId null: none @param volume 0 to 1 */
export function useListening(listeningId: string | null, volume: number): ListeningNow {
  const [now, setNow] = useState(NOTHING);
  const speaker = useRef<LiveSpeaker | null>(null);
  useEffect(() => {
    if (listeningId === null) return;
    let over = false;
    let quiet = 0;
    let socket: Socket<ListeningToClientEvents> | undefined;
    const playing = new LiveSpeaker(1);
    speaker.current = playing;
    setNow({ state: 'begins', undecoded: false });
    const end = (why: ListeningEnd) => {
      if (over) return;
      over = true;
      socket?.disconnect();
      playing.close();
      setNow((was) => ({ ...was, state: why }));
    };
    const connect = ({ io }: { io: (address: string, options: object) => Socket<ListeningToClientEvents> }) => {
      if (over) return;
      const options = { path: SOCKET_PATH, transports: ['websocket'], auth: { listeningId }, reconnection: false };
      const opened = io(LISTENING_NAMESPACE, { ...options, forceNew: true });
      socket = opened;
      opened.on('connect', () => setNow((was) => ({ ...was, state: 'waits' })));
      opened.on('sound', (sound) => {
        quiet = playing.play(sound) ? 0 : quiet + 1;
        const state = quiet < SILENT_PIECES ? 'sounds' : 'silent';
        setNow((was) => ({ state, undecoded: was.undecoded || sound.undecoded }));
      });
      opened.on('ended', (why) => end(listeningEndSchema.catch('lost').parse(why)));
      opened.on('disconnect', () => end('lost'));
      opened.on('connect_error', () => end('lost'));
    };
    void import('socket.io-client').then(connect as never, () => end('lost'));
    return () => {
      over = true;
      socket?.disconnect();
      playing.close();
    };
  }, [listeningId]);
  useEffect(() => {
    if (speaker.current) speaker.current.volume = volume;
  }, [volume, listeningId]);
  return listeningId === null ? NOTHING : now;
}
