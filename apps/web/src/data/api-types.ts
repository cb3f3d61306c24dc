/* eslint-disable */
// Written by `npm run api:types` from the API's own description. Do not edit: change the contract or the controller, and run it again.

export interface paths {
  '/api/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['healthLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['healthReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['openApiDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['authLogin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['authLogout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['authMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/me/language': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['authChooseLanguage'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['callsList'];
    put?: never;
    post: operations['uploadUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['callsDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/audio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['playsStream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/journal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['callsJournal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/peaks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['contentPeaks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/plays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['playsOpen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['retryRetry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/scorecards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['contentList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/transcript': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['contentTranscript'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['callsFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plays/{playId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['playsClose'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plays/{playId}/heard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['playsHeard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['healthPrometheus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AgentRef: {
      name: components['schemas']['Bilingual'];
      /** Format: uuid */
      personId: string;
      staffNumber: string;
      team: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        teamId: string;
      };
    };
    Bilingual: {
      en: string;
      zh: string;
    };
    CallDetail: {
      agent: components['schemas']['AgentRef'];
      /** Format: uuid */
      callId: string;
      consent: {
        evidenceAt: string | null;
        evidenceKind: string | null;
        mayRecord: boolean;
        ruleId: string;
        state: components['schemas']['ConsentState'];
      };
      customer: string | null;
      /** @enum {string} */
      direction: 'inbound' | 'outbound' | 'internal';
      durationMs: number | null;
      externalId: string;
      language: components['schemas']['Language'];
      legs: components['schemas']['Leg'][];
      matter: string | null;
      may: {
        grantCode: string | null;
        listen: boolean;
        listenRefusal: ('no_grant' | 'not_sealed' | 'no_recording' | 'damaged') | null;
        readWords: boolean;
        retry: boolean;
      };
      neighbours: {
        newer: string | null;
        older: string | null;
      };
      progress: number | null;
      recordings: components['schemas']['Recording'][];
      region: string;
      sameMatter: {
        agent: components['schemas']['Bilingual'];
        /** Format: uuid */
        callId: string;
        stage: components['schemas']['CallStage'];
        /** Format: date-time */
        startedAt: string;
      }[];
      score: components['schemas']['ScoreSummary'] | null;
      source: string;
      stage: components['schemas']['CallStage'];
      /** Format: date-time */
      stageAt: string;
      stageReason: string | null;
      /** Format: date-time */
      startedAt: string;
    };
    CallFigures: {
      known: number;
      needsAttention: number;
      notRecorded: number;
      processing: number;
      recorded: number;
      scored: number;
      /** Format: date-time */
      since: string;
      withinThreeRings: components['schemas']['Rate'] | null;
    };
    CallJournal: {
      entries: components['schemas']['CallJournalEntry'][];
    };
    CallJournalEntry: {
      actor: {
        /** @enum {string} */
        kind: 'person' | 'system';
        name: components['schemas']['Bilingual'] | null;
      };
      /** Format: date-time */
      at: string;
      details: {
        [key: string]: unknown;
      };
      /** Format: uuid */
      entryId: string;
      event: string;
      position: number | null;
    };
    CallList: {
      items: components['schemas']['CallRow'][];
      nextCursor: string | null;
    };
    CallRow: {
      agent: components['schemas']['AgentRef'];
      /** Format: uuid */
      callId: string;
      customer: string | null;
      /** @enum {string} */
      direction: 'inbound' | 'outbound' | 'internal';
      durationMs: number | null;
      language: components['schemas']['Language'];
      matter: string | null;
      progress: number | null;
      score: components['schemas']['ScoreSummary'] | null;
      stage: components['schemas']['CallStage'];
      /** Format: date-time */
      stageAt: string;
      stageReason: string | null;
      /** Format: date-time */
      startedAt: string;
    };
    /** @enum {string} */
    CallStage: 'known' | 'recorded' | 'sealed' | 'transcribed' | 'scored' | 'not_recorded' | 'needs_attention';
    /** @enum {string} */
    ConsentState: 'announced' | 'given' | 'declined' | 'withdrawn' | 'not_required' | 'unknown';
    /** @enum {string} */
    Custody: 'captured' | 'sealed' | 'expired' | 'destroyed';
    Evidence:
      | {
          fromChar: number;
          fromMs: number;
          /** @constant */
          kind: 'words';
          toChar: number;
          toMs: number;
          transcriptVersion: number;
          turn: number;
        }
      | {
          from: string;
          /** @constant */
          kind: 'fact';
          name: string;
          value: string | number | boolean;
        }
      | {
          fromTurn: number;
          /** @constant */
          kind: 'absence';
          lookedFor: string[];
          toTurn: number;
        };
    Health: {
      /** @constant */
      status: 'ok';
    };
    HeardRequest: {
      intervals: [number, number][];
    };
    HoldSpan: {
      fromMs: number;
      toMs: number;
    };
    /** @enum {string} */
    InsufficientReason:
      'no_fact' | 'words_unreliable' | 'speakers_unknown' | 'too_few_words' | 'ambiguous' | 'language_unsupported';
    /** @enum {string} */
    Language: 'zh' | 'en';
    LanguageBody: {
      language: components['schemas']['Language'];
    };
    Leg: {
      agent: components['schemas']['AgentRef'];
      alertedAt: string | null;
      answeredAt: string | null;
      answeredOnRing: number | null;
      endedAt: string | null;
      hangupParty: ('agent' | 'customer' | 'system') | null;
      holdSpans: components['schemas']['HoldSpan'][];
      /** Format: uuid */
      legId: string;
      queueSeconds: number | null;
      ringSeconds: number | null;
      transfer: ('none' | 'blind' | 'warm') | null;
    };
    LoginRequest: {
      password: string;
      username: string;
    };
    Me: {
      /** Format: uuid */
      accountId: string;
      language: components['schemas']['Language'];
      name: components['schemas']['Bilingual'];
      pending: components['schemas']['PendingStep'] | null;
      permissions: components['schemas']['Permission'][];
      /** Format: uuid */
      personId: string;
      roles: components['schemas']['Role'][];
      staffNumber: string;
      timeZone: string;
      username: string;
    };
    OpenPlayRequest: {
      /**
       * @default quality
       * @enum {string}
       */
      purpose?: 'quality' | 'coaching' | 'own_call';
      /** Format: uuid */
      recordingId: string;
    };
    /** @enum {string} */
    Outcome: 'met' | 'not_met' | 'not_applicable' | 'insufficient';
    OutcomeCounts: {
      insufficient: number;
      met: number;
      not_applicable: number;
      not_met: number;
    };
    Peaks: {
      channels: number;
      data: number[][];
      durationMs: number;
      /** @constant */
      format: 'shouwen.peaks/1';
      perSecond: number;
    };
    /** @enum {string} */
    PendingStep: 'second_factor' | 'recording_notice';
    /** @enum {string} */
    Permission:
      | 'calls.ingest'
      | 'calls.read'
      | 'calls.retry'
      | 'transcripts.read'
      | 'scorecards.read'
      | 'audio.play'
      | 'calls.journal.read'
      | 'calls.give_up'
      | 'processing.read'
      | 'company.manage'
      | 'people.manage'
      | 'roles.approve'
      | 'tokens.manage'
      | 'webhooks.manage';
    Play: {
      audioUrl: string;
      /** Format: date-time */
      expiresAt: string;
      grantCode: string;
      mimeType: string;
      /** Format: uuid */
      playId: string;
      /** Format: uuid */
      recordingId: string;
      /** @enum {string} */
      rendition: 'masked' | 'original';
    };
    Problem: {
      code: string;
      detail: components['schemas']['Bilingual'];
      /** @enum {string} */
      fault: 'caller' | 'ours' | 'vendor' | 'storage';
      fields?: {
        message: string;
        path: string;
      }[];
      ref: string;
      sentSha256?: string;
      status: number;
      storedSha256?: string;
      title: string;
      type: string;
    };
    Rate: {
      high: number;
      low: number;
      n: number;
      of: number;
    };
    Recording: {
      agentChannel: ('left' | 'right') | null;
      bytes: number;
      channels: number;
      codec: string;
      custody: components['schemas']['Custody'];
      damaged: boolean;
      durationMs: number;
      incomplete: boolean;
      keyCopies: number;
      /** Format: uuid */
      recordingId: string;
      sampleRate: number;
      sealedAt: string | null;
      sha256: string;
    };
    /** @enum {string} */
    Role:
      | 'agent'
      | 'supervisor'
      | 'quality_analyst'
      | 'quality_manager'
      | 'legal_requester'
      | 'legal_approver'
      | 'auditor'
      | 'administrator';
    ScorecardItem: {
      checkId: string;
      clause: string;
      confidence: number;
      critical: boolean;
      evidence: {
        at: components['schemas']['Evidence'];
        quote: string | null;
      }[];
      explanation: components['schemas']['Bilingual'];
      itemId: string;
      outcome: components['schemas']['Outcome'];
      points: number | null;
      reason: components['schemas']['InsufficientReason'] | null;
      sectionId: string;
      source: components['schemas']['Source'];
      title: components['schemas']['Bilingual'];
      weight: number;
    };
    ScorecardList: {
      scorecards: components['schemas']['ScorecardView'][];
    };
    ScorecardView: {
      /** @enum {string} */
      author: 'automatic' | 'review' | 'dispute';
      checklist: {
        id: string;
        requiredCoverage: number;
        title: components['schemas']['Bilingual'];
        version: number;
      };
      counts: boolean;
      coverage: number;
      /** Format: date-time */
      createdAt: string;
      items: components['schemas']['ScorecardItem'][];
      /** Format: uuid */
      legId: string;
      maxPoints: number | null;
      outcomes: components['schemas']['OutcomeCounts'];
      points: number | null;
      /** Format: uuid */
      scorecardId: string;
      sections: {
        id: string;
        maxPoints: number | null;
        points: number | null;
        title: components['schemas']['Bilingual'];
      }[];
      transcriptVersion: number | null;
    };
    ScoreSummary: {
      counts: components['schemas']['OutcomeCounts'];
      coverage: number;
      maxPoints: number | null;
      points: number | null;
      worst: {
        atMs: number | null;
        itemId: string;
        outcome: components['schemas']['Outcome'];
        title: components['schemas']['Bilingual'];
      } | null;
    };
    /** @enum {string} */
    Source: 'fact' | 'rule' | 'model' | 'human';
    /** @enum {string} */
    Speaker: 'agent' | 'customer' | 'unknown';
    Transcript: {
      channels: number;
      durationMs: number;
      engine: {
        model: string;
        name: string;
        version: string;
      };
      /** @constant */
      format: 'shouwen.transcript/1';
      language: components['schemas']['Language'];
      turns: components['schemas']['Turn'][];
      unreliable: components['schemas']['UnreliableReason'][];
    };
    TranscriptView: {
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      recordingId: string;
      transcript: components['schemas']['Transcript'];
      /** Format: uuid */
      transcriptId: string;
      version: number;
    };
    Turn: {
      fromMs: number;
      index: number;
      speaker: components['schemas']['Speaker'];
      text: string;
      toMs: number;
      words: components['schemas']['Word'][];
    };
    /** @enum {string} */
    UnreliableReason: 'sample_rate_below_engine' | 'low_confidence' | 'speech_without_words';
    UploadResult: {
      /** Format: uuid */
      callId: string;
      duplicate: boolean;
      durationMs: number | null;
      incomplete: boolean;
      recordingId: string | null;
      sha256: string | null;
      stage: components['schemas']['CallStage'];
      stageReason: string | null;
    };
    Word: {
      confidence: number | null;
      fromChar: number;
      fromMs: number;
      text: string;
      toChar: number;
      toMs: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  healthLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  healthReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The database does not answer. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  openApiDocument: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An OpenAPI 3.1 document. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  authLogin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The user name or the password is not right. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many tries; Retry-After says how long to wait. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  authLogout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  authMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  authChooseLanguage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LanguageBody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  callsList: {
    parameters: {
      query?: {
        cursor?: string;
        language?: 'zh' | 'en';
        limit?: number;
        stage?: 'known' | 'recorded' | 'sealed' | 'transcribed' | 'scored' | 'not_recorded' | 'needs_attention';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallList'];
        };
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  uploadUpload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /**
           * Format: binary
           * @description WAV: PCM 8 or 16 bit, µ-law or A-law, one or two channels.
           */
          audio: string;
          /** @description JSON; must be the first part. See docs/how-to/upload-a-call.md. */
          metadata: string;
          /**
           * Format: binary
           * @description Words that came with the call: our JSON, Whisper verbose JSON, WebVTT or SubRip.
           */
          transcript?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadResult'];
        };
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  callsDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallDetail'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  playsStream: {
    parameters: {
      query: {
        at?: number;
        play: string;
      };
      header: {
        /** @description One byte range, RFC 9110 §14.1.2. */
        Range: string;
      };
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The part that may be heard now. */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'audio/ogg': string;
        };
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nothing of the recording lies in the range. */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  callsJournal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallJournal'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  contentPeaks: {
    parameters: {
      query: {
        recordingId: string;
      };
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Peaks'];
        };
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  playsOpen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenPlayRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Play'];
        };
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The recording is not sealed yet, or is damaged. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryRetry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nothing on this call waits for a retry. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  contentList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardList'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  contentTranscript: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TranscriptView'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  callsFigures: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallFigures'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  playsClose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        playId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  playsHeard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        playId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HeardRequest'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody is signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account does not hold the permission. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It does not exist, or may not be seen by this account. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  healthPrometheus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Prometheus text format. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      /** @description Our fault; the reference finds the log line. */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
