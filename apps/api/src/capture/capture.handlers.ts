import { captureRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { CaptureQuery } from './capture.query.js';

export const captureHandlers = implement(captureRoutes, [CaptureQuery], (query) => ({
  connection: () => query.connection(),
}));
