import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallDetail } from '#contracts';
import { type DomainError } from '#platform';
import { CertificateNumbers } from '#recordings';
import { cannotListen } from '../audio/cannot-listen.js';

type ShutFor = CallDetail['recordings'][number]['shutFor'];

/** Why a recording is not opened, as the person reads it. */
@Injectable()
export class WhyShut {
  constructor(
    private readonly source: DataSource,
    private readonly certificates: CertificateNumbers,
  ) {}

  async refused(refusal: Parameters<typeof cannotListen>[0], recordingId: string): Promise<DomainError> {
    if (refusal === 'restricted') return cannotListen(refusal, { shutFor: await this.shutFor(recordingId) });
    return cannotListen(refusal, { certificate: await this.certificates.of(recordingId) });
  }

  /** For whose sake it is shut until legal has decided: a person who asked, or the rules alone. Null where nothing is to be decided. */
  async shutFor(recordingId: string): Promise<ShutFor> {
    const [row]: { asked: boolean | null }[] = await this.source.query(
      `select bool_or(kind <> 'not_recordable') as asked
       from data_request_recording join data_request on data_request.id = request_id
       where recording_id = $1 and kind <> 'access' and state in ('open', 'waiting', 'agreed')`,
      [recordingId],
    );
    if (row?.asked == null) return null;
    return row.asked ? 'person' : 'rules';
  }
}
