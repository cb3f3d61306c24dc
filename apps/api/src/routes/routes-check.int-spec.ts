import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { viewsRoutes, type DeclaredRoute } from '#contracts';
import { type Asked } from './asked.js';
import { RawRoute } from './route.decorator.js';
import { DECLARED, RoutesCheck } from './routes-check.js';

const { list, create } = viewsRoutes;

@Controller()
class Declared {
  @RawRoute(list)
  all(): string {
    return this.notARoute();
  }

  @RawRoute(create)
  make({ body }: Asked<typeof create>): string {
    return body.name;
  }

  notARoute(): string {
    return '';
  }
}

@Controller('views')
class Undeclared {
  @Get('of-mine')
  mine(): string {
    return '';
  }
}

@Controller()
class Twice {
  @RawRoute(list)
  again(): string {
    return '';
  }
}

describe('starting the API', () => {
  const start = async (declared: DeclaredRoute[], controllers: (new () => object)[]) => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers,
      providers: [{ provide: DECLARED, useValue: declared }, RoutesCheck],
    }).compile();
    const app = await module.init();
    await app.close();
  };

  it('goes well when routes and handlers fit', async () => {
    await expect(start([list, create], [Declared])).resolves.toBeUndefined();
  });

  it.each([
    [
      'a handler without a declaration',
      [list, create],
      [Declared, Undeclared],
      'Undeclared.mine has no declared route',
    ],
    ['a declaration that is not in the list', [list], [Declared], 'Declared.make has no declared route'],
    [
      'a declared route without a handler',
      [list, create, viewsRoutes.change],
      [Declared],
      'viewsChange has no handler',
    ],
    ['two handlers of one route', [list, create], [Declared, Twice], 'viewsList has 2 handlers'],
  ])('fails with %s, and names it', async (_what, declared, controllers, told) => {
    await expect(start(declared, controllers)).rejects.toThrow(told);
  });
});
