import { processingRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { AttentionGroups } from './attention-groups.service.js';
import { BoardQuery } from './board.query.js';

export const processingHandlers = implement(processingRoutes, [BoardQuery, AttentionGroups], (query, groups) => ({
  board: ({ asker }) => query.board(asker),
  retry: ({ asker, body: group }) => groups.retry(asker, group),
  giveUp: ({ asker, body: request }) => groups.giveUp(asker, request),
}));
