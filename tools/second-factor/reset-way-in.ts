import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#database';
import { LostFactorService, PeopleModule } from '#people';
import { PlatformModule, type Env } from '#platform';

@Module({})
class SecondFactorModule {
  static forRoot(env: Env): DynamicModule {
    const imports = [
      PlatformModule.forRoot({ ...env, logLevel: 'fatal' }, 'second-factor'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-second-factor'),
      PeopleModule,
    ];
    return { module: SecondFactorModule, imports };
  }
}

/** The user name is unknown, or the account was closed when its person left. */
export class NoSuchAccount extends Error {
  constructor(username: string) {
    super(
      `没有可用的账号 ${username}：用户名不存在，或此人已离职。没有改动任何内容。\n` +
        `There is no usable account ${username}: the name is unknown, or the person has left. Nothing was changed.`,
    );
  }
}

/** Ends every way into an account, second factor included, and gives the code that opens it once. @throws NoSuchAccount */
export async function resetWayIn(
  env: Env,
  username: string,
): Promise<{ username: string; code: string; expiresAt: Date }> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(SecondFactorModule.forRoot(env), options);
  try {
    const given = await app.get(LostFactorService).reset(username);
    if (!given) throw new NoSuchAccount(username);
    return given;
  } finally {
    await app.close();
  }
}
