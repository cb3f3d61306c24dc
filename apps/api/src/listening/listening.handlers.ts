import { listeningRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { ListeningDesk } from './listening-desk.service.js';

/** Listening in on calls that go on. */
export const listeningHandlers = implement(listeningRoutes, [ListeningDesk], (desk) => ({
  open: ({ asker, liveCallId }) => desk.open(asker, liveCallId, 'sound'),
  read: ({ asker, liveCallId }) => desk.open(asker, liveCallId, 'words'),
}));
