import { type UploadMetadata } from '#contracts';
import { type SoundVerdict, type SoundWatch } from '#recordings';
import { uploadRefusals } from '../refusals.js';

/** What came whole, once it has all come. @throws DomainError where no sound is in it, or it is unlike its metadata */
export function assertUsable(watch: SoundWatch, metadata: Pick<UploadMetadata, 'agentChannel'>): SoundVerdict {
  const verdict = watch.verdict();
  if (verdict.state === 'damaged') throw uploadRefusals.recording_without_sound();
  if (verdict.channels === 1 && metadata.agentChannel) throw uploadRefusals.metadata_agent_channel_on_mono(metadata);
  if (verdict.channels === 2 && !metadata.agentChannel) throw uploadRefusals.agent_channel_missing();
  return verdict;
}
