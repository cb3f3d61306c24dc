import type { Recording } from '#recordings';
import type { ChannelAudio } from '../engines/index.js';
import type { HeardWords } from '../transcription-ledger.js';
import { doubtChannels, saidChannels, unassignedChannels } from './doubt-channels.rules.js';
import { tellApart, type VoiceTools } from './tell-apart.js';

export type Channels = Pick<Recording, 'agentChannel' | 'soundChecks' | 'speakers'>;

/**
 * Who speaks in words that were heard. On one channel voices tell, and on the only one of two that sounds, where two people are on it. On two
 * channels it is as the sender said, unless the words contradict that and no person has said so.
 *
 * @param heard the channels that the words were heard on
 */
export async function whoSpeaks(
  words: HeardWords,
  recording: Channels,
  { heard, ...tools }: VoiceTools & { heard: readonly ChannelAudio[] },
): Promise<HeardWords> {
  const { transcript } = words;
  const sounding = soundingAlone(heard, recording);
  if (sounding) {
    const told = await tellApart(transcript, sounding, tools);
    // One voice on the only channel that sounds is whose channel it is.
    if (heard.length === 1 || told.roles) return { ...words, ...told };
    return words;
  }
  const { agentChannel, speakers } = recording;
  if (!agentChannel) return { ...words, ...unassignedChannels(transcript) };
  const said = speakers !== null && !speakers.includes(null);
  // What a person said of the channels stays so when the recording is heard again.
  if (said) return { ...words, ...saidChannels(transcript, agentChannel) };
  return { ...words, ...doubtChannels(transcript, agentChannel, tools) };
}

/** The only channel, or the only one that sounds. */
function soundingAlone(heard: readonly ChannelAudio[], { soundChecks }: Channels): ChannelAudio | undefined {
  if (heard.length === 1) return heard[0];
  const silent = soundChecks?.findings.find(({ finding }) => finding === 'one_way')?.channel;
  return silent === undefined ? undefined : heard.find(({ channel }) => channel !== silent);
}
