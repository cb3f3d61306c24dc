import { randomBytes } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Problem } from '#contracts';
import { problemOfFramework, type Asked } from './problem.js';
import { acceptedLanguage } from './titles.js';

/** Short enough to read to an administrator over the telephone. */
export const newRef = (): string => randomBytes(5).toString('hex').toUpperCase();

const TYPE = 'application/problem+json; charset=utf-8';

export const askedBy = ({ id, headers }: Pick<FastifyRequest, 'id' | 'headers'>): Asked => ({
  ref: id,
  language: acceptedLanguage(headers['accept-language']),
});

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  void reply.code(problem.status).header('content-type', TYPE).send(JSON.stringify(problem));
}

/** What Fastify refuses before it has a route: an address that cannot be read. */
export function frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, problemOfFramework(error.statusCode ?? 400, error.code, askedBy(request)));
}

/** Refusals by Node's parser, before there is a request at all. Neither headers nor language are known then. */
export function clientErrors(error: Error & { code?: string }, socket: Socket): void {
  // A caller who is gone cannot be told.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const status = PARSER_STATUS[error.code ?? ''] ?? 400;
  const body = JSON.stringify(problemOfFramework(status, error.code, { ref: newRef(), language: 'en' }));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n${body}`);
  // Further bytes are not waited for.
  socket.destroySoon();
}

const PARSER_STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
