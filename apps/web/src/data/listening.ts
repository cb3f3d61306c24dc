import {
  LISTENING_NAMESPACE,
  listeningEndSchema,
  listeningRoutes,
  SOCKET_PATH,
  type ListeningEnd,
  type ListeningToClientEvents,
  type LiveUtterance,
  LISTENING_RATE,
  type LiveSound,
} from '#contracts';
import { useEffect, useRef, useState } from 'react';
import type { Socket } from 'socket.io-client';
import { send } from './api.js';
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

interface Follower extends ListeningToClientEvents {
  connect: () => void;
}

/** Follows a call until it is over or is left. @returns leaves it */
function follow(listeningId: string, { connect, sound, words, ended }: Partial<Follower> & Pick<Follower, 'ended'>) {
  let over = false;
  let socket: Socket<ListeningToClientEvents> | undefined;
  const leave = () => {
    over = true;
    socket?.disconnect();
  };
  const end = (why: ListeningEnd) => {
    if (over) return;
    leave();
    ended(why);
  };
  const open = ({ io }: { io: (address: string, options: object) => Socket<ListeningToClientEvents> }) => {
    if (over) return;
    const options = { path: SOCKET_PATH, transports: ['websocket'], auth: { listeningId }, reconnection: false };
    const opened = io(LISTENING_NAMESPACE, { ...options, forceNew: true });
    socket = opened;
    opened.on('connect', () => connect?.());
    if (sound) opened.on('sound', sound);
    if (words) opened.on('words', words);
    opened.on('ended', (why) => end(listeningEndSchema.catch('lost').parse(why)));
    opened.on('disconnect', () => end('lost'));
    opened.on('connect_error', () => end('lost'));
  };
  void import('socket.io-client').then(open as never, () => end('lost'));
  return leave;
}

/** Plays a listening for as long as the component is there. @param listeningId null: none @param volume 0 to 1 */
export function useListening(listeningId: string | null, volume: number): ListeningNow {
  const [now, setNow] = useState(NOTHING);
  const speaker = useRef<LiveSpeaker | null>(null);
  useEffect(() => {
    if (listeningId === null) return;
    let quiet = 0;
    const playing = new LiveSpeaker(1);
    speaker.current = playing;
    setNow({ state: 'begins', undecoded: false });
    const leave = follow(listeningId, {
      connect: () => setNow((was) => ({ ...was, state: 'waits' })),
      sound: (sound) => {
        quiet = playing.play(sound) ? 0 : quiet + 1;
        const state = quiet < SILENT_PIECES ? 'sounds' : 'silent';
        setNow((was) => ({ state, undecoded: was.undecoded || sound.undecoded }));
      },
      ended: (why) => {
        playing.close();
        setNow((was) => ({ ...was, state: why }));
      },
    });
    return () => {
      leave();
      playing.close();
    };
  }, [listeningId]);
  useEffect(() => {
    if (speaker.current) speaker.current.volume = volume;
  }, [volume, listeningId]);
  return listeningId === null ? NOTHING : now;
}

/** What was said, and when the page was told. */
export interface LiveTurn extends LiveUtterance {
  readonly toldAt: number;
}

export interface ReadingNow {
  readonly state: 'begins' | 'reads' | ListeningEnd | null;
  /** The newest last. They are nowhere but on this page. */
  readonly said: readonly LiveTurn[];
  /** Why it could not begin. */
  readonly error: unknown;
}

/** Of what was said earlier nothing is kept. */
const MOST_SAID = 40;
const NOTHING_READ: ReadingNow = { state: null, said: [], error: null };

/** Reads along in a call for as long as `on` holds. */
export function useReading(liveCallId: string, on: boolean): ReadingNow {
  const [now, setNow] = useState(NOTHING_READ);
  useEffect(() => {
    if (!on) return;
    let leave = () => undefined as void;
    let left = false;
    setNow({ ...NOTHING_READ, state: 'begins' });
    const began = ({ listeningId }: { listeningId: string }) => {
      if (left) return;
      leave = follow(listeningId, {
        connect: () => setNow((was) => ({ ...was, state: 'reads' })),
        words: (words) =>
          setNow((was) => ({ ...was, said: [...was.said, { ...words, toldAt: Date.now() }].slice(-MOST_SAID) })),
        ended: (why) => setNow({ ...NOTHING_READ, state: why }),
      });
    };
    send(listeningRoutes.read, { liveCallId }).then(began, (error: unknown) =>
      setNow({ ...NOTHING_READ, state: 'lost', error }),
    );
    return () => {
      left = true;
      leave();
      setNow(NOTHING_READ);
    };
  }, [liveCallId, on]);
  return now;
}

/** So much waits before the first piece is played: a piece that comes a little late leaves no hole. */
const LEAD_S = 0.25;
/** More than this waits only after a stall: then what is oldest is left out, so that one hears what is said now. */
const MOST_AHEAD_S = 1.5;
/** Loudness below which a piece counts as silent, of 32768. */
const SILENT = 40;

/** Plays pieces of sound one after the other, as they come. */
export class LiveSpeaker {
  readonly #context = new AudioContext({ sampleRate: LISTENING_RATE });
  readonly #gain = this.#context.createGain();
  #next = 0;

  constructor(volume: number) {
    this.#gain.connect(this.#context.destination);
    this.volume = volume;
    // A browser that waits for a click has had it: a person asked to listen.
    void this.#context.resume();
  }

  /** 0 to 1. */
  set volume(volume: number) {
    this.#gain.gain.value = volume;
  }

  /** @returns whether anything is to be heard in it */
  play({ pcm }: Pick<LiveSound, 'pcm'>): boolean {
    const samples = new Int16Array(pcm);
    const buffer = this.#context.createBuffer(1, samples.length, LISTENING_RATE);
    const channel = buffer.getChannelData(0);
    let loudest = 0;
    for (let i = 0; i < samples.length; i++) {
      const sample = samples[i] ?? 0;
      channel[i] = sample / 32768;
      loudest = Math.max(loudest, Math.abs(sample));
    }
    const now = this.#context.currentTime;
    if (this.#next - now > MOST_AHEAD_S) return loudest > SILENT;
    if (this.#next < now) this.#next = now + LEAD_S;
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain);
    source.start(this.#next);
    this.#next += buffer.duration;
    return loudest > SILENT;
  }

  /** The call is over, and then the page lets go of it: the second finds nothing to close. */
  close(): void {
    if (this.#context.state !== 'closed') void this.#context.close();
  }
}
