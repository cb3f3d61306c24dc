import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { type Problem } from '#contracts';
import { peopleRefusals } from '#people/rules';
import { commitmentsRefusals } from '#commitments/rules';
import {
  DomainError,
  ENV,
  isDatabaseAway,
  isDiskFull,
  LOGGER,
  OngoingTrouble,
  type Env,
  type Logger,
  platformRefusals,
} from '#platform';
import { internalProblem, problemOf, problemOfFramework, problemOfInput, type Asked } from './problem.js';
import { RouteMethods } from './route-methods.js';
import { askedBy, sendProblem } from './send-problem.js';

/** The only place where a failure becomes an answer. What is not expected is logged under the reference that the caller gets. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly away: OngoingTrouble;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(ENV) private readonly env: Env,
    private readonly routes: RouteMethods,
  ) {
    this.away = new OngoingTrouble(logger);
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const error = this.meaningOf(thrown);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = this.describe(error, request, reply);
    this.log(error, problem, request);
    // The response has already been partly sent, so no error body can follow.
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    if (error instanceof DomainError && error.details.retryAfterSeconds !== undefined)
      void reply.header('retry-after', error.details.retryAfterSeconds);
    sendProblem(reply, problem);
  }

  /** What the machine is short of, in words, where a failure says nothing else. */
  private meaningOf(thrown: unknown): unknown {
    if (thrown instanceof DomainError) return thrown;
    if (APART.includes(constraintOf(thrown))) return peopleRefusals.deputy_for_both();
    if (constraintOf(thrown) === 'deputy_is_confirmed') return peopleRefusals.not_as_deputy();
    // Also of who asked earlier, and took it back since.
    if (constraintOf(thrown) === 'others_settle_promises') return commitmentsRefusals.not_about_oneself();
    if (isDiskFull(thrown)) return platformRefusals.disk_full(thrown);
    return isDatabaseAway(thrown, this.env.databaseUrl) ? platformRefusals.database_away(thrown) : thrown;
  }

  private log(err: unknown, { status, code }: Problem, { id: ref }: FastifyRequest): void {
    // A full disk is said once by its alarm, and a database that is away once for all who ask meanwhile.
    if (status === 507) this.logger.warn({ err, ref }, 'refused: the disk is full');
    else if (code === 'database_away') this.away.warn(err, 'refused: the database is away', { ref });
    else if (status >= 500) this.logger.error({ err, ref }, 'a request failed');
  }

  private describe(error: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
    const asked = askedBy(request);
    if (error instanceof DomainError) return problemOf(error, asked);
    if (error instanceof ZodError) return problemOfInput(error, asked);
    const status = statusOf(error);
    if (status === null) return internalProblem(asked);
    if (status === 404) return this.noSuchRoute(request, reply, asked);
    const { code, message } = error as { code?: string; message?: string };
    return problemOfFramework(status, code ?? message, asked);
  }

  /** An address that takes other methods is there all the same (RFC 9110 §15.5.6). */
  private noSuchRoute({ url }: FastifyRequest, reply: FastifyReply, asked: Asked): Problem {
    const methods = this.routes.of(url);
    if (methods.length === 0) return problemOfFramework(404, undefined, asked);
    void reply.header('allow', methods.join(', '));
    return problemOfFramework(405, undefined, asked);
  }
}

/** What the database keeps apart where a deputy acts: the services look at who acts, and it looks at the person who is away as well. */
const APART: readonly unknown[] = [
  ...['deputy_acts_for_both', 'deputy_stands_in', 'one_voice_for_both'],
  ...['others_decide_disputes', 'nobody_judges_own_call', 'decision_by_another_team'],
];
const constraintOf = (error: unknown): unknown =>
  (error as { driverError?: { constraint?: unknown } } | null)?.driverError?.constraint;

/** The framework's own 4xx; null for everything else, which is our fault. */
function statusOf(error: unknown): number | null {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
