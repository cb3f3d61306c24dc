import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isNetwork } from '../networks.js';

/** Addresses or networks, commas between. */
const networks = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isNetwork), {
    error: 'it must be addresses or networks like 10.0.0.0/8, with commas between',
  });

const port = (usual: number) => z.coerce.number().int().min(0).max(65535).default(usual);

/** Where telephone systems send calls as they happen (SIPREC), and who may. */
export const captureSettings = {
  /** Whether `npm start` and the demonstration take calls as they happen. */
  SHOUWEN_CAPTURE: z.enum(['on', 'off']).default('on'),
  /** Address that SIP and RTP are taken at, and that clients are told; a machine with several names one. */
  SHOUWEN_SIP_HOST: z.string().min(1).default('127.0.0.1'),
  /** What clients are told instead of it, where they reach this machine by another address: behind NAT, or out of a container. */
  SHOUWEN_SIP_ADDRESS: z.string().min(1).optional(),
  /** UDP and TCP. */
  SHOUWEN_SIP_PORT: port(5070),
  /** TLS; needs a certificate and its key. */
  SHOUWEN_SIPS_PORT: port(5071),
  SHOUWEN_SIPS_CERTIFICATE_FILE: z.string().min(1).optional(),
  SHOUWEN_SIPS_KEY_FILE: z.string().min(1).optional(),
  /** Authorities of clients that prove who they are by a certificate (mutual TLS); they need not be among the peers. */
  SHOUWEN_SIPS_CLIENT_CA_FILE: z.string().min(1).optional(),
  /** Addresses or networks (`10.2.0.0/24`, commas between) of the recording clients. What others send is dropped and counted. */
  SHOUWEN_SIP_PEERS: networks.default(['127.0.0.1', '::1']),
  /** The same of their sound. Without it, a listed client may name any address for it. */
  SHOUWEN_RTP_PEERS: networks.optional(),
  /** UDP ports for sound, first and last; a stream takes an even one. */
  SHOUWEN_RTP_PORTS: z
    .string()
    .regex(/^\d{4,5}-\d{4,5}$/, { error: 'it must be two ports, as 30000-39999' })
    .default('30000-39999')
    .transform((text) => text.split('-').map(Number) as [number, number])
    .refine(([first, last]) => first >= 1024 && last <= 65535 && first < last, {
      error: 'the first port must be 1024 or more and below the last',
    }),
  /** REST interface of an Asterisk whose calls are recorded without touching its dialplan; its user; and its password, in a file. */
  SHOUWEN_ARI_URL: z
    .string()
    .refine((url) => /^https?:\/\/[^/\s?#@]+\/[^\s?#@]*[^/\s?#@]$/.test(url) && URL.canParse(url), {
      error: 'it must have the form http://HOST:8088/ari',
    })
    .optional(),
  SHOUWEN_ARI_USER: z.string().min(1).default('shouwen'),
  SHOUWEN_ARI_PASSWORD_FILE: z.string().min(1).optional(),
  /** Its lines outside, as channels are named: `PJSIP/trunk`, commas between. */
  SHOUWEN_ARI_LINES: z
    .string()
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .refine((lines) => lines.every((one) => /^[A-Za-z0-9]+\/\S+$/.test(one)), {
      error: 'it must be names of channels like PJSIP/trunk, with commas between',
    })
    .optional(),
  /** Calls that are recorded at once; a further one is refused at once, so that its client goes elsewhere. */
  SHOUWEN_CAPTURE_CALLS: z.coerce.number().int().min(1).max(2000).default(250),
  /** Of one client; by default as many as in all. */
  SHOUWEN_CAPTURE_CALLS_PER_PEER: z.coerce.number().int().min(1).max(2000).optional(),
  /** Where sound lies sealed until it is a recording; by default a folder of the data directory. A disk of its own is best. */
  SHOUWEN_CAPTURE_SPOOL_DIR: z.string().min(1).optional(),
  /** MB that may lie there. At nine tenths no further call is taken. */
  SHOUWEN_CAPTURE_SPOOL_MB: z.coerce.number().int().min(100).max(10_000_000).default(8192),
  /** How long a session may wait for what is missing, as the person at an extension, before its sound is given up. */
  SHOUWEN_CAPTURE_WAIT_DAYS: z.coerce.number().int().min(1).max(90).default(7),
  /** Name of the telephone system that captured calls are of, as it stands under Telephony. */
  SHOUWEN_CAPTURE_SOURCE: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/)
    .default('siprec'),
  /** What is true of its calls, where its records do not say otherwise: decides the consent rule. */
  SHOUWEN_CAPTURE_REGION: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
    .default('CN'),
  SHOUWEN_CAPTURE_DIRECTION: z.enum(['inbound', 'outbound']).default('inbound'),
  /** Reference of the announcement that every caller hears before the system offers a call. Without one, calls wait for consent unheard. */
  SHOUWEN_CAPTURE_ANNOUNCEMENT: z.string().min(1).max(120).optional(),
  /** Seconds after which a pause that was asked for ends by itself. */
  SHOUWEN_CAPTURE_PAUSE_SECONDS: z.coerce.number().int().min(10).max(600).default(120),
  /** Which calls are heard for their words while they go on: those that a supervisor chose; others by turns as well; or none at all. */
  SHOUWEN_LIVE_WORDS: z.enum(['chosen', 'by_turns', 'off']).default('chosen'),
  /** Whether agents are told at that moment that a person listens in on or reads along in their call; they see it afterwards in any case. */
  SHOUWEN_LISTENING_TOLD: z.enum(['at_once', 'afterwards']).default('afterwards'),
  /** How many at once; by default as many as were measured to be heard within three seconds. */
  SHOUWEN_LIVE_WORDS_CALLS: z.coerce.number().int().min(0).max(100).optional(),
};

/** What cannot be meant: TLS that would silently not be offered. @param given the settings that are set, as they came */
export function captureProblems(given: Record<string, string>): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const problems: string[] = [];
  if (has('SHOUWEN_SIPS_CERTIFICATE_FILE') !== has('SHOUWEN_SIPS_KEY_FILE'))
    problems.push('SHOUWEN_SIPS_CERTIFICATE_FILE: it and SHOUWEN_SIPS_KEY_FILE are set together');
  if (has('SHOUWEN_SIPS_CLIENT_CA_FILE') && !has('SHOUWEN_SIPS_CERTIFICATE_FILE'))
    problems.push('SHOUWEN_SIPS_CLIENT_CA_FILE: SHOUWEN_SIPS_CERTIFICATE_FILE must be set with it');
  const ari = ['SHOUWEN_ARI_URL', 'SHOUWEN_ARI_PASSWORD_FILE', 'SHOUWEN_ARI_LINES'];
  if (new Set(ari.map(has)).size > 1) problems.push(`SHOUWEN_ARI_URL: ${ari.join(', ')} are set together`);
  return problems;
}

type CaptureSettings = z.infer<z.ZodObject<typeof captureSettings>>;

export const readCaptureSettings = (
  env: CaptureSettings & { SHOUWEN_DATA_DIR: string },
  ariPassword: string | undefined,
) => ({
  /** Without a password an Asterisk is not asked. */
  ari:
    env.SHOUWEN_ARI_URL && env.SHOUWEN_ARI_LINES && ariPassword !== undefined
      ? {
          ...{ url: env.SHOUWEN_ARI_URL, user: env.SHOUWEN_ARI_USER, password: ariPassword },
          lines: env.SHOUWEN_ARI_LINES,
        }
      : undefined,
  capture: {
    on: env.SHOUWEN_CAPTURE === 'on',
    spoolDir: resolve(env.SHOUWEN_CAPTURE_SPOOL_DIR ?? join(env.SHOUWEN_DATA_DIR, 'capture')),
    spoolBytes: env.SHOUWEN_CAPTURE_SPOOL_MB * 1024 ** 2,
    waitDays: env.SHOUWEN_CAPTURE_WAIT_DAYS,
    source: env.SHOUWEN_CAPTURE_SOURCE,
    region: env.SHOUWEN_CAPTURE_REGION,
    direction: env.SHOUWEN_CAPTURE_DIRECTION,
    announcement: env.SHOUWEN_CAPTURE_ANNOUNCEMENT,
    pauseMs: env.SHOUWEN_CAPTURE_PAUSE_SECONDS * 1000,
    listeningTold: env.SHOUWEN_LISTENING_TOLD === 'at_once',
    words: { heard: env.SHOUWEN_LIVE_WORDS, calls: env.SHOUWEN_LIVE_WORDS_CALLS },
  },
  sip: {
    host: env.SHOUWEN_SIP_HOST,
    address: env.SHOUWEN_SIP_ADDRESS ?? env.SHOUWEN_SIP_HOST,
    port: env.SHOUWEN_SIP_PORT,
    peers: env.SHOUWEN_SIP_PEERS,
    soundPeers: env.SHOUWEN_RTP_PEERS,
    /** Without a certificate TLS is not offered. */
    tls:
      env.SHOUWEN_SIPS_CERTIFICATE_FILE && env.SHOUWEN_SIPS_KEY_FILE
        ? {
            port: env.SHOUWEN_SIPS_PORT,
            certificateFile: env.SHOUWEN_SIPS_CERTIFICATE_FILE,
            keyFile: env.SHOUWEN_SIPS_KEY_FILE,
            clientCaFile: env.SHOUWEN_SIPS_CLIENT_CA_FILE,
          }
        : undefined,
    rtpPorts: env.SHOUWEN_RTP_PORTS,
    calls: env.SHOUWEN_CAPTURE_CALLS,
    callsPerPeer: env.SHOUWEN_CAPTURE_CALLS_PER_PEER,
  },
});
