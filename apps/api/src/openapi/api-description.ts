import { existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type OpenApiDocument } from './describe-api.js';

/** Holds the document, which is made when it is first asked for: that takes longer than the rest of a start. */
@Injectable()
export class ApiDescription {
  private make: (() => OpenApiDocument) | undefined;
  private made: OpenApiDocument | undefined;

  /**
   * @param file what the build has written from the same code, so that no request waits; undefined or absent when run from sources
   * @param describe makes it from the running application, once every route is known
   */
  from(file: string | undefined, describe: () => OpenApiDocument): void {
    this.make = () =>
      file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument) : describe();
  }

  document(): OpenApiDocument {
    if (!this.make) throw new Error('the API has not finished starting');
    return (this.made ??= this.make());
  }
}
