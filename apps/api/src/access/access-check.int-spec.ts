import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Access } from './access.decorator.js';
import { AccessCheck } from './access-check.js';

@Controller('listed')
class Listed {
  @Get()
  @Access({ signedIn: true })
  all(): string {
    return '';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get('one')
  @Access({ public: true })
  one(): string {
    return '';
  }

  @Get('two')
  two(): string {
    return this.notARoute();
  }

  notARoute(): string {
    return '';
  }
}

describe('starting with a route that does not say who may use it', () => {
  const start = async (controllers: (new () => object)[]) => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers,
      providers: [AccessCheck],
    }).compile();
    const app = await module.init();
    await app.close();
  };

  it('fails and names the route', async () => {
    await expect(start([Listed, Forgotten])).rejects.toThrow(/: Forgotten\.two$/);
  });

  it('goes well when every route does', async () => {
    await expect(start([Listed])).resolves.toBeUndefined();
  });
});
