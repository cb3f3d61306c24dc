import { v7 } from 'uuid';
import { Injectable } from '@nestjs/common';

/** The only source of "now". Tests put a `Clock` in its place that stands still until told to move. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A new UUIDv7: unique everywhere, and in order of creation, so that indexes stay compact. */
export const newId = (): string => v7();
