import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Under which number a recording's destruction is certified. */
@Injectable()
export class CertificateNumbers {
  constructor(private readonly source: DataSource) {}

  async of(recordingId: string): Promise<string | null> {
    const [row]: { number: string }[] = await this.source.query(
      'select number from destruction_certificate where recording_id = $1 and destruction_id is not null',
      [recordingId],
    );
    return row?.number ?? null;
  }
}
