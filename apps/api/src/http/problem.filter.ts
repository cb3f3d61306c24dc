import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ZodValidationException } from 'nestjs-zod';
import { ZodError } from 'zod';
import { type Problem } from '#contracts';
import { DomainError, LOGGER, type Logger } from '#platform';
import { internalProblem, problemOf, problemOfInput, problemOfStatus } from './problem.js';

/** The only place where a failure becomes an answer. What is not expected is logged under the reference that the caller gets. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = this.describe(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, ref: request.id }, 'a request failed');
    // Too late for words: half of another answer is already on its way.
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    void reply.code(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem));
  }

  private describe(error: unknown, ref: string): Problem {
    if (error instanceof DomainError) return problemOf(error, ref);
    if (error instanceof ZodValidationException) return problemOfInput(error.getZodError() as ZodError, ref);
    if (error instanceof ZodError) return problemOfInput(error, ref);
    const status = statusOf(error);
    return status === null ? internalProblem(ref) : problemOfStatus(status, ref);
  }
}

/** The framework's own 4xx; null for everything else, which is our fault. */
function statusOf(error: unknown): number | null {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
