import { Injectable } from '@nestjs/common';

/** The only source of "now". Tests put a `Clock` in its place that stands still until told to move. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
