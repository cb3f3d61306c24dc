import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId } from '#platform';

const KEPT = 200;

/** What was refused to a directory. */
export interface DirectoryRefused {
  method: string;
  resource: 'user' | 'group' | 'other';
  status: number;
  /** Of a refusal of ours, or the protocol's word. */
  code: string;
}

/** The latest refusals to the company's directory, so that administrators see why someone is missing. */
@Injectable()
export class DirectoryRefusals {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async note({ method, resource, status, code }: DirectoryRefused): Promise<void> {
    await this.source.query(
      'insert into scim_refusal (id, at, method, resource, status, code) values ($1, $2, $3, $4, $5, $6)',
      [newId(), this.clock.now(), method, resource, status, code],
    );
    await this.source.query(
      `delete from scim_refusal where id in (select id from scim_refusal order by at desc, id desc offset ${KEPT})`,
    );
  }
}
