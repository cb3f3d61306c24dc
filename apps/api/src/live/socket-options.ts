import { SOCKET_PATH } from '#contracts';
import { isSameOrigin } from '../http/same-origin.rules.js';

/** Of the one socket server: the gateway that is made first makes it, so that all say the same. */
export const LIVE_SOCKET = {
  path: SOCKET_PATH,
  serveClient: false,
  maxHttpBufferSize: 1024,
  allowRequest: (request: { headers: Record<string, string> }, answer: (error: null, allow: boolean) => void) =>
    answer(null, isSameOrigin(request.headers)),
};
