import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { parseEnv } from '#platform';
import { ApiModule } from '../api.module.js';
import { describeApi } from './describe-api.js';

/** Never connected to: in preview nothing is constructed. */
const NOWHERE = { SHOUWEN_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };

/**
 * The same document that a running API serves at `/api/openapi.json`, from the code alone: Nest's preview mode reads modules and
 * decorators without constructing a single provider, so neither a database nor a key is needed.
 */
export async function describeOffline(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(ApiModule.forRoot(parseEnv(NOWHERE)), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describeApi(app);
}
