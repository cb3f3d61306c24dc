import { Injectable } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';

/** Which methods each address of the API takes, so that one that exists can be told from one that does not. */
@Injectable()
export class RouteMethods {
  private readonly routes: { form: RegExp; methods: string[] }[] = [];

  /** Call before any route is made. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const form = new RegExp(`^${url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
      this.routes.push({ form, methods: [method].flat() });
    });
  }

  /** @param url with or without its query */
  of(url: string): string[] {
    const [path = ''] = url.split('?', 1);
    const fitting = this.routes.filter(({ form }) => form.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => methods))].sort();
  }
}
