import { Injectable } from '@nestjs/common';
import { type OpenAPIObject } from '@nestjs/swagger';

/** Holds the document, which can only be written once every route is known. */
@Injectable()
export class ApiDescription {
  private written: OpenAPIObject | undefined;

  write(document: OpenAPIObject): void {
    this.written = document;
  }

  document(): OpenAPIObject {
    if (!this.written) throw new Error('the API has not finished starting');
    return this.written;
  }
}
