import { SOCKET_PATH } from '#contracts';
import { isSameOrigin } from '../http/same-origin.rules.js';

/** For a socket on which nothing is sent in that direction. */
export type NoEvents = Record<string, never>;

/** Lets in whom `admit` does. Where that could not be asked, the page gets an error that says so, and tries again. */
export function letIn<S>(admit: (socket: S) => Promise<boolean>, refusal: string) {
  return (socket: S, next: (refused?: Error) => void): void => {
    admit(socket).then(
      (admitted) => next(admitted ? undefined : new Error(refusal)),
      () => next(new Error('unavailable')),
    );
  };
}

/** Of the one socket server: the gateway that is made first makes it, so that all say the same. */
export const LIVE_SOCKET = {
  path: SOCKET_PATH,
  serveClient: false,
  maxHttpBufferSize: 1024,
  allowRequest: (request: { headers: Record<string, string> }, answer: (error: null, allow: boolean) => void) =>
    answer(null, isSameOrigin(request.headers)),
};
