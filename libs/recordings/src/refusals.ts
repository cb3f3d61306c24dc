import { defineRefusals, refusal } from '#platform/rules';

/** The recording is being destroyed, or is: nothing more is written about it. */
export class DestructionStarted extends Error {
  readonly code = 'destruction_started';
  override readonly name = 'DestructionStarted';

  constructor(readonly recordingId: string) {
    super(`recording ${recordingId} is being destroyed`);
  }
}

/** The refusals of this library: codes, and what people read. */
export const recordingsRefusals = defineRefusals({
  audio_undecodable: refusal(
    'bad_input',
    { zh: '录音不能完整解码。', en: 'The recording cannot be decoded whole.' },
    { details: (cause: string) => ({ fault: 'caller', cause }) },
  ),
  object_damaged: refusal(
    'unavailable',
    { zh: '封存的录音与收到时不一致。', en: 'The sealed recording is not what was received.' },
    { details: { fault: 'storage' } },
  ),
  decoder_missing: refusal(
    'unavailable',
    { zh: '解码器或沙箱不可用。', en: 'The decoder or its sandbox is missing.' },
    { details: { fault: 'ours' } },
  ),
});
