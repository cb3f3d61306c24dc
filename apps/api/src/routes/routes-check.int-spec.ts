import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { viewsRoutes, type DeclaredRoute } from '#contracts';
import { implement } from './implement.js';
import { DECLARED, RoutesCheck } from './routes-check.js';

const { list, create } = viewsRoutes;

const Declared = implement({ list, create }, [], () => ({
  list: () => Promise.reject(new Error('not asked')),
  create: () => Promise.reject(new Error('not asked')),
}));

@Controller('views')
class Undeclared {
  @Get('of-mine')
  mine(): string {
    return '';
  }
}

const Twice = implement({ list }, [], () => ({ list: () => Promise.reject(new Error('not asked')) }));

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
    ['a declaration that is not in the list', [list], [Declared], 'views.create has no declared route'],
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
