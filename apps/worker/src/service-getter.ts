import { type Type } from '@nestjs/common';
import { type ModuleRef } from '@nestjs/core';

/** A service of this process, asked for when it is needed: while the process is being put together, there may be only half of it. */
export type Get = <S>(service: Type<S>) => S;

export const getterOf =
  (services: Pick<ModuleRef, 'get'>): Get =>
  (service) =>
    services.get(service, { strict: false });
