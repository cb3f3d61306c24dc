import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { type FastifyInstance } from 'fastify';
import { type DeclaredRoute } from '#contracts';
import { modulesOff, modulesOn } from '#modules';
import { createLogger, LOGGER, runRequest, type Env, type Logger } from '#platform';
import { ApiModule } from './api.module.js';
import { Metrics } from './health/metrics.js';
import { endSlowBodies } from './http/body-deadline.js';
import { RouteMethods } from './http/route-methods.js';
import { secureHttp } from './http/secure-http.js';
import { clientErrors, frameworkErrors, newRef } from './http/send-problem.js';
import { DECLARED } from './routes/routes-check.js';
import { serveWebApp } from './http/web-app.js';
import { ApiDescription } from './openapi/api-description.js';
import { describeApi } from './openapi/describe-api.js';
import { type LoggerService } from '@nestjs/common';

/** Logs and counts each answered request by the route's pattern, never by its address, query or body, which may name people. */
function watchRequests(fastify: FastifyInstance, logger: Logger, metrics: Metrics): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const { method, id: ref } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    metrics.answered({ method, route, status }, reply.elapsedTime / 1000);
    logger.info({ method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10, ref }, 'answered');
  });
}

/** Hands what Nest says to the process's logger. */
class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ rest: rest.map(String) }, String(message));
  }
  warn(message: unknown): void {
    this.logger.warn(String(message));
  }
}

export interface ApiOptions {
  /** The built screens; without them only the API is served. */
  webDir?: string;
  /** The OpenAPI document as the build wrote it; without it, it is made when first asked for. */
  openApiFile?: string;
  /** Sees the server before it has routes, so that its hooks see every answer. */
  watch?: (fastify: FastifyInstance) => void;
}

/** A connection on which nothing moves in either direction. Headers have Node’s own deadline of a minute. */
const CONNECTION_IDLE_MS = 120_000;
/** Longer than a proxy keeps its own end open, so that it never sends into a closing connection. */
const KEEP_ALIVE_MS = 72_000;
const BODY_WITHIN_MS = 30_000;

/** The API as one object: routes, sockets, screens. The caller listens and closes. */
export async function createApi(
  env: Env,
  { webDir, openApiFile, watch }: ApiOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: newRef,
    // A client that is not named there could write any address into the header.
    trustProxy: env.trustedProxies.length > 0 ? env.trustedProxies : false,
    frameworkErrors,
    clientErrorHandler: clientErrors,
    bodyLimit: 1024 ** 2,
    connectionTimeout: CONNECTION_IDLE_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(await ApiModule.forRoot(env), adapter, {
    logger: new NestLog(createLogger('api', env.logLevel)),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.get(RouteMethods).watch(fastify);
  refuseWhileClosing(fastify);
  watch?.(fastify);
  // After the body is read: what reads a stream would lose it.
  fastify.addHook('preHandler', (_request, _reply, done) => runRequest(done));
  await secureHttp(fastify, env);
  // An upload may take an hour; the ingest ends one that stalls.
  endSlowBodies(fastify, {
    withinMs: BODY_WITHIN_MS,
    exempt: ({ routeOptions }) => routeOptions.url === '/api/v1/calls',
  });
  // A part over its limit ends truncated; the ingest says so in its own words.
  await fastify.register(multipart, { throwFileSizeLimit: false });
  watchRequests(fastify, app.get<Logger>(LOGGER), app.get(Metrics));
  for (const { serve } of modulesOn(env.modulesOff)) await serve?.(fastify, app);
  if (webDir) await serveWebApp(fastify, webDir);
  app.useWebSocketAdapter(new IoAdapter(app));
  await app.init();
  // What the build wrote describes every module.
  const written = modulesOff(env.modulesOff).length === 0 ? openApiFile : undefined;
  const declared = app.get<readonly DeclaredRoute[]>(DECLARED);
  app.get(ApiDescription).from(written, () => describeApi(declared));
  return app;
}

/** How long requests from before the end may still be answered: a stalled upload would hold the end up for minutes. */
const DRAIN_MS = 2_000;

/** Ends an API that was made here: first in order, then what is still on its way. */
export function closeApi(app: NestFastifyApplication): Promise<void> {
  const { server } = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  return app.close();
}

/**
 * A connection that arrives while the others are being ended, as browsers open some in advance, would hold the stop up until its headers
 * were overdue: a minute.
 */
function refuseWhileClosing(fastify: FastifyInstance): void {
  fastify.addHook('preClose', (done) => {
    fastify.server.on('connection', (socket) => void socket.destroy());
    done();
  });
}
