/** Screens for the bench of the floor, in a process of their own: each tells when it was shown a change. */
import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, type FloorFrame } from '#contracts';

export type AskedOfScreens =
  | { readonly open: readonly { readonly url: string; readonly cookie: string; readonly count: number }[] }
  /** Each is waited for until a frame with these words has come. */
  | { readonly expect: string };

const sockets: Socket[] = [];
let [wanted, came]: [string, number[]] = ['', []];

const now = (): number => performance.timeOrigin + performance.now();
const say = (message: object): void => void process.send?.(message);

function seen(frame: FloorFrame): void {
  if (wanted === '' || !JSON.stringify(frame.set).includes(wanted)) return;
  came.push(now());
  if (came.length < sockets.length) return;
  say({ came, frame });
  [wanted, came] = ['', []];
}

async function screen(url: string, cookie: string): Promise<FloorFrame> {
  const options = { path: SOCKET_PATH, transports: ['websocket'], extraHeaders: { cookie }, forceNew: true };
  const socket = io(url, { ...options, reconnection: false });
  sockets.push(socket);
  const whole = new Promise<FloorFrame>((shown, fail) => {
    socket.once('floor', shown);
    socket.once('connect_error', fail);
  });
  socket.on('floor', seen);
  socket.once('disconnect', (why) => say({ wrong: `a screen was sent away: ${why}` }));
  return whole;
}

async function open(wanted: Extract<AskedOfScreens, { open: unknown }>['open']): Promise<void> {
  let first: FloorFrame | undefined;
  for (const { url, cookie, count } of wanted)
    for (let n = 0; n < count; n++) {
      const frame = await screen(url, cookie);
      first ??= frame;
    }
  say({ first });
}

process.on('message', (asked: AskedOfScreens) => {
  if ('open' in asked) return void open(asked.open);
  wanted = asked.expect;
  say({ ready: true });
});
process.once('disconnect', () => process.exit(0));
