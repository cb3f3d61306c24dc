import { commentsRoutes, type EditedComment, type NewComment } from '#contracts';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { useChange, useRead } from './queries.js';

const ofCall = (callId: string) => [...CALLS.one(callId), 'comments'];

export const useComments = (callId: string, enabled: boolean) =>
  useRead(ofCall(callId), commentsRoutes.list, { callId }, { enabled });

export const useComment = (callId: string) =>
  useChange((body: NewComment) => send(commentsRoutes.make, { callId, body }), ofCall(callId));

export const useEditComment = (callId: string, commentId: string) =>
  useChange((body: EditedComment) => send(commentsRoutes.edit, { callId, commentId, body }), ofCall(callId));

export const useWithdrawComment = (callId: string, commentId: string) =>
  useChange(() => send(commentsRoutes.withdraw, { callId, commentId }), ofCall(callId));
