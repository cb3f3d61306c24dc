import { type INestApplicationContext, type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#database';
import { PeopleModule } from '#people';
import { PlatformModule, type Env } from '#platform';

@Module({})
class FirstModule {
  static forRoot(env: Env): DynamicModule {
    const imports = [
      PlatformModule.forRoot({ ...env, logLevel: 'fatal' }, 'first-administrator'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-first-administrator'),
      PeopleModule,
    ];
    return { module: FirstModule, imports };
  }
}

/** Lends the services of people, over the database of the settings. */
export async function withPeople<T>(env: Env, use: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(FirstModule.forRoot(env), options);
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}
