import type { UploadMetadata } from '#contracts';
import type { SampleCall } from './sample-call.js';

/** What a telephone system would send with a sample call that began at `startedAt` and whose talk lasted `durationMs`. */
export function metadataOf(
  sample: SampleCall,
  call: { startedAt: Date; durationMs: number; staffNumber: string },
): UploadMetadata {
  const after = (seconds: number): string => new Date(call.startedAt.getTime() + seconds * 1000).toISOString();
  const answeredAfter = sample.queueSeconds + sample.ringSeconds;
  return {
    source: 'samples',
    externalId: sample.id,
    direction: 'inbound',
    classification: 'business',
    startedAt: call.startedAt.toISOString(),
    language: sample.language,
    region: sample.region,
    consent: sample.consent,
    customer: sample.customer,
    matter: { externalId: `matter-${sample.id}`, title: sample.matter },
    legs: [
      {
        staffNumber: call.staffNumber,
        queueSeconds: sample.queueSeconds,
        alertedAt: after(sample.queueSeconds),
        answeredAt: after(answeredAfter),
        endedAt: after(answeredAfter + call.durationMs / 1000),
        hangupParty: sample.hangupParty,
        transfer: 'none',
        holdSpans: [],
      },
    ],
    agentChannel: 'left',
  };
}
