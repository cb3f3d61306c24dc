import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type DeclaredRoute } from '#contracts';
import { routeOf } from './implement.js';

/** The declared routes that this API serves. */
export const DECLARED = Symbol('declared routes');

interface Handler {
  name: string;
  route: DeclaredRoute | undefined;
}

/** Refuses to start unless every declared route has one handler, and every handler a declared route. */
@Injectable()
export class RoutesCheck implements OnModuleInit {
  constructor(
    @Inject(DECLARED) private readonly declared: readonly DeclaredRoute[],
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const wrong = this.wrong();
    if (wrong.length > 0) throw new Error(`Routes and handlers do not fit: ${wrong.join('; ')}.`);
  }

  private wrong(): string[] {
    const { declared } = this;
    const handlers = this.handlers();
    const bare = handlers.filter(({ route }) => !route || !declared.includes(route));
    const served = declared.map((route) => ({ id: route.id, by: handlers.filter((one) => one.route === route) }));
    return [
      ...bare.map(({ name }) => `${name} has no declared route`),
      ...served.filter(({ by }) => by.length === 0).map(({ id }) => `${id} has no handler`),
      ...served.filter(({ by }) => by.length > 1).map(({ id, by }) => `${id} has ${by.length} handlers`),
    ];
  }

  private handlers(): Handler[] {
    return this.discovery.getControllers().flatMap(({ name, metatype }) => {
      const prototype = (metatype as { prototype: Record<string, () => unknown> }).prototype;
      const methods = this.scanner.getAllMethodNames(prototype).map((method) => ({ method, is: prototype[method]! }));
      return methods
        .filter(({ is }) => Reflect.hasMetadata(PATH_METADATA, is))
        .map(({ method, is }) => ({ name: `${String(name)}.${method}`, route: routeOf(is) }));
    });
  }
}
