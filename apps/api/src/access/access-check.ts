import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './access.decorator.js';

/** Refuses to start while any route does not say who may use it. */
@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ name, metatype }) => {
      const prototype = (metatype as { prototype: Record<string, () => unknown> }).prototype;
      const routes = this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.hasMetadata(PATH_METADATA, prototype[method] as () => unknown));
      const bare = routes.filter((method) => !this.reflector.get(ACCESS, prototype[method] as () => unknown));
      return bare.map((method) => `${String(name)}.${method}`);
    });
    if (open.length > 0) throw new Error(`These routes do not say who may use them (@Access): ${open.join(', ')}`);
  }
}
