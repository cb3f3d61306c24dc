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
    /** Whether the process answers */
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
    /** Whether the process can do its work: the database answers */
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
    /** This document: every route of the API */
    get: operations['openApiDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Plays, readings, exports and downloads by person, call, purpose, kind and time, the latest first
     * @description A search is itself an entry of the journal; its further pages are none.
     */
    get: operations['accessesPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accesses/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Plays, readings, exports and downloads as a CSV file
     * @description At most 100,000 rows; journalled.
     */
    get: operations['accessesExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accesses/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every right to open recordings that holds now, with what is left of it */
    get: operations['accessesOpen'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accesses/grants/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open rights as a CSV file
     * @description Journalled.
     */
    get: operations['accessesExportGrants'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accesses/unusual': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Use of recordings that is worth a look, by stated rules
     * @description Each finding names its rule and figures. A person is compared with themselves; nothing is added up.
     */
    get: operations['accessesWorthALook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accesses/unusual/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Use that is worth a look as a CSV file
     * @description Journalled.
     */
    get: operations['accessesExportUnusual'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the account is secured */
    get: operations['accountSecurity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Changes the password
     * @description Every other session of the account ends.
     */
    post: operations['accountChangePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a secret for an authenticator
     * @description Signing in asks for it once a first code has confirmed it.
     */
    post: operations['secondFactorBegin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/second-factor/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turns the second factor on with a first code
     * @description The other sessions end. The recovery codes are said this once.
     */
    post: operations['secondFactorConfirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/second-factor/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turns the second factor off
     * @description Takes the password and a code, both in this request.
     */
    post: operations['secondFactorDisable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/second-factor/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes ten new recovery codes
     * @description The old ones are worth nothing any more.
     */
    post: operations['secondFactorRenew'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the account is signed in */
    get: operations['accountSessions'];
    put?: never;
    post?: never;
    /** Signs the account out everywhere but here */
    delete: operations['accountEndOthers'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Signs the account out in one place */
    delete: operations['accountEndOne'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own tokens, and what a new one may hold */
    get: operations['tokensOwn'];
    put?: never;
    /**
     * Makes a token
     * @description It is said this once.
     */
    post: operations['tokensCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/account/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revokes a token of one’s own */
    delete: operations['tokensRevokeOwn'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{accountId}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Takes somebody’s second factor away who has lost it
     * @description The account’s sessions and tokens end, and the rights of its person wait until a second person has confirmed them.
     */
    delete: operations['secondFactorRemove'];
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
    /**
     * Signs in and sets the session’s cookie
     * @description The session that the browser had until now ends. Where the account has a second factor, the new one owes it (`pending`) and ends after five minutes.
     */
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
    /** Ends the session on the server, whatever the browser does with its cookie */
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
    /** Who is signed in, and what the account may do */
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
    /** Keeps the language that the screens speak to this account */
    put: operations['authChooseLanguage'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Completes signing in with a code of the authenticator or a recovery code
     * @description The session gets a new cookie.
     */
    post: operations['stepUpSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/second-factor/more-time': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives five more minutes for the code, within an hour of the password */
    post: operations['stepUpMoreTime'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/auth/step-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Proves again who sits there, for five minutes
     * @description With a code where the account has a second factor, else with the password.
     */
    post: operations['stepUpStepUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/back-tests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest back-tests of the teams that the account reaches */
    get: operations['backTestsList'];
    put?: never;
    /**
     * Judges past calls by a version or the open draft of a checklist
     * @description In the worker. Files no scorecard.
     */
    post: operations['backTestsAsk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/back-tests/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a back-test is and what it found, by item and by agent */
    get: operations['backTestsOne'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/back-tests/{runId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops a back-test
     * @description What it found until then stays.
     */
    post: operations['backTestsCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/back-tests/{runId}/flips': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The results that came out otherwise than what is on file
     * @description Places, no words.
     */
    get: operations['backTestsFlipList'];
    put?: never;
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
    /** The calls that the account may see, newest first, a page at a time */
    get: operations['callsList'];
    put?: never;
    /**
     * Takes a call in
     * @description `metadata` (JSON) first, then `audio`, optionally `transcript`. 201 for a new call, recorded or held back by the consent gate; 200 when the same bytes had been taken before.
     */
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
    /** One call: its facts, recording, neighbours and what the account may do with it */
    get: operations['callsDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/accesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who heard or read the call, when and by which right
     * @description Whoever asked in a confidential legal request is named to those alone who oversee requests.
     */
    get: operations['contentHeardBy'];
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
    /**
     * A range of the recording within a play
     * @description The part may be shorter than asked for: at most ten seconds past what was heard.
     */
    get: operations['playsStream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/card-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says whether a stretch is a card’s code
     * @description A code is cut out of the stored recording for good. What is none is heard and read again.
     */
    post: operations['cardCodesAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/commitments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The promises made in a call */
    get: operations['commitmentsOfCall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corrects what is known of a call
     * @description Only fields that are named are changed; null takes a fact back. What was known before is kept, the journal tells of it, and words, scores, promises and search follow. Never a call that one took.
     */
    post: operations['correctionsCorrect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/give-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Closes the processing of a call that needs attention
     * @description Nothing tries it again by itself, and it counts no more.
     */
    post: operations['callAttentionGiveUp'];
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
    /** What happened to the call, oldest first */
    get: operations['callsJournal'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/measures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Talk share, speaking rate, silences, talk-over and interruptions, measured from the sound */
    get: operations['measuresOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/neighbours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The calls before and after this one in a filtered list */
    get: operations['callFindingNeighbours'];
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
    /** The waveform, under a live grant to listen or to read */
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
    /** Opens a playback, bound to this session and to a live grant */
    post: operations['playsOpen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/proposals/looks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Looks at what a language model proposes for an item, before one answers it
     * @description Scorecards show it from then on. What is answered after a look counts only against the model.
     */
    post: operations['reviewsLook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/readings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reads the words once under what a legal request of one’s own gave
     * @description Counted and journalled before a word is opened; takes a fresh proof of who sits there.
     */
    post: operations['contentRead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/rehearings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Has the sound heard again by the engines in force
     * @description In the worker. The words that there are stay, and count until the new ones are there.
     */
    post: operations['wordsRehear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/rescore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Has a call scored again by the checklists, lexicons and profile in force
     * @description New cards are filed beside the old ones where they say something new; nothing is overwritten.
     */
    post: operations['reviewsRescore'];
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
    /** Starts what a call that needs attention, or was given up, stopped at */
    post: operations['callAttentionRetry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publishes a person’s answers as a new scorecard
     * @description The card it rests on stays. Nobody judges a call that they took.
     */
    post: operations['reviewsPublish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/reviews/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What publishing these answers would do to the score that counts
     * @description Nothing is written.
     */
    post: operations['reviewsPreview'];
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
    /** Every judgement, with quotes where the account may read the words */
    get: operations['contentList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/speakers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says who the speakers are
     * @description In words that another tool wrote, of voices on one channel, or of two channels whose sides are in doubt: one role for each speaker, in the order in which they first speak. What was known is replaced, the journal tells of it, and the call is scored again.
     */
    put: operations['correctionsName'];
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
    /**
     * The words, under a live grant to read
     * @description Each reading is journalled.
     */
    get: operations['contentTranscript'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/words-corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corrects words that were misheard
     * @description A new version beside the old one, under a live grant to read; scores, promises, search and what is hidden follow. Never a call that one took, nor a turn of which something is hidden from one.
     */
    post: operations['wordsCorrect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/words-versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The versions of the words, without the words */
    get: operations['wordsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/{callId}/words-versions/{transcriptId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The words of one version, under a live grant to read
     * @description Each reading is journalled.
     */
    get: operations['wordsOne'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many calls that the account may see match the filters
     * @description Exactly where that is cheap, else that there are more.
     */
    get: operations['callFindingCount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The filtered list as a CSV file
     * @description Newest first, masked as on the screen, at most 100,000 rows. Journalled before it begins and at its end.
     */
    get: operations['callFindingExport'];
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
    /** Counts over the calls that the account may see since local midnight */
    get: operations['callsFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calls/filter-choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The teams, clients, agents and checklist items that the account can filter by */
    get: operations['callFindingChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/card-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Stretches that may be card codes, and wait for somebody to say so */
    get: operations['cardCodesWaiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The checklists with what judges now and their open drafts
     * @description An agent sees those that have judged calls of their own.
     */
    get: operations['checklistsList'];
    put?: never;
    /** Opens a draft, from the newest version, from what comes with the product, or empty */
    post: operations['checklistDraftsOpen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One checklist with all its versions */
    get: operations['checklistsDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}/bench': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Judges one dialogue by a draft or a version, and says how every item came about
     * @description Files nothing. The words of a call are read as on its page: by right and grant, journalled, masked. At most 1,000 turns.
     */
    post: operations['checklistsJudge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The open draft, with what the validator says of it */
    get: operations['checklistDraftsDraft'];
    /**
     * Saves the draft
     * @description Unfinished and wrong drafts are kept as they are.
     */
    put: operations['checklistDraftsSave'];
    post?: never;
    /** Discards the draft; published versions stay */
    delete: operations['checklistDraftsDiscard'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}/draft/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes the validated draft the next version, which judges from now on
     * @description The version before it is retired. Scorecards that were filed stay.
     */
    post: operations['checklistDraftsPublish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}/draft/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Validates the draft: without errors it can be published */
    post: operations['checklistDraftsValidate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}/retire': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Retires the version that judges: the checklist judges nothing until one is published again */
    post: operations['checklistDraftsRetire'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a version says */
    get: operations['checklistsVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/{checklistId}/yaml': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A version, or the open draft, as YAML */
    get: operations['checklistsYaml'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reads a checklist from YAML and says what the validator finds; with `apply`, keeps it as the draft
     * @description A draft that is open is replaced only when its revision is named.
     */
    post: operations['checklistDraftsImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/checklists/phrases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The phrase lists that checks can name */
    get: operations['checklistsPhrases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/commitments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Promises, one’s own or one’s teams’, by what is due */
    get: operations['commitmentsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/commitments/{commitmentId}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Answers for a promise
     * @description Kept, broken, a new time, a hand-over; to release or strike one needs `commitments.oversee`.
     */
    post: operations['commitmentsAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/commitments/{commitmentId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened to a promise, and who could take it over */
    get: operations['commitmentsHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/commitments/{commitmentId}/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The words of a promise, under a live grant to read
     * @description Cut from the call and masked; each reading is journalled.
     */
    get: operations['commitmentsWords'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/commitments/figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many promises are overdue, due, without a time, or waiting to be taken over */
    get: operations['commitmentsFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Holidays and worked weekend days, and the days of which the calendar is complete */
    get: operations['companyCalendar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/calendar/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says what an ICS or CSV file would change in a period
     * @description With `plan`, the name of a preview, does exactly that or nothing.
     */
    post: operations['companyImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The clients with their teams */
    get: operations['clientsList'];
    put?: never;
    /** Adds a client */
    post: operations['clientsCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/clients/{clientId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Renames a client */
    put: operations['clientsRename'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/clients/{clientId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a client whose teams are all closed */
    post: operations['clientsClose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/clients/{clientId}/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a team to a client */
    post: operations['clientsCreateTeam'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The recording notice in force, and how many have read it */
    get: operations['companyNotice'];
    put?: never;
    /**
     * Publishes a new version of the recording notice
     * @description Everybody has to read it before going on.
     */
    post: operations['companyPublish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The company profile in force */
    get: operations['companyProfile'];
    /**
     * Changes the profile
     * @description From the next score on it is the one that judges.
     */
    put: operations['companyChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/redaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is hidden in words and sound, and the change that waits for a second person */
    get: operations['redactionView'];
    /**
     * Changes what is hidden
     * @description In force at once where it hides as much or more; else it waits until somebody else agrees.
     */
    put: operations['redactionChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/redaction/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Agrees to the change that waits, refuses it, or takes one’s own back */
    post: operations['redactionDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/teams/{teamId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Renames a team, or moves one that has neither calls nor roles to another client */
    put: operations['clientsChangeTeam'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/company/teams/{teamId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a team that nobody works in any more */
    post: operations['clientsCloseTeam'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/data-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests of persons recorded, the undecided first */
    get: operations['dataRequestsList'];
    put?: never;
    /**
     * Registers a request, and finds the recordings of the person
     * @description For erasure and withdrawal they are shut at once to everybody but legal, until it is decided.
     */
    post: operations['dataRequestsRegister'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/data-requests/{requestId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request with its recordings, and what keeps or destroyed each */
    get: operations['dataRequestsDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/data-requests/{requestId}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirms what somebody else proposed, or sends it back
     * @description Takes a fresh proof of who sits there. Whoever proposed it cannot confirm it.
     */
    post: operations['dataRequestsDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/data-requests/{requestId}/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Proposes what to do about a request; another person has to confirm it */
    post: operations['dataRequestsPropose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence-exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Packages of evidence: one’s own, or those within reach, the newest first */
    get: operations['evidenceExportsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence-exports/{exportId}/package': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The package itself, for whoever it was approved for
     * @description Takes a fresh proof. Each download counts, and is in the journal before its first byte and after its last.
     */
    get: operations['evidenceExportsDownload'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence-exports/{exportId}/readiness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Says that the package may be taken now, without taking it
     * @description Asks for the fresh proof that a download needs: what a browser saves cannot ask for one on its way.
     */
    get: operations['evidenceExportsReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/evidence-exports/{exportId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Has a package made again that could not be made */
    post: operations['evidenceExportsRetry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/extensions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who sat where
     * @description With `at`, who was there at that moment.
     */
    get: operations['extensionsList'];
    put?: never;
    /**
     * Puts a person at an extension
     * @description Whoever was there until further notice leaves it at that moment.
     */
    post: operations['extensionsAssign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/extensions/{assignmentId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends an assignment at a moment */
    post: operations['extensionsRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/extensions/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says what a CSV file of extensions would change
     * @description With `plan`, the name of a preview, does exactly that or nothing.
     */
    post: operations['extensionsImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/journal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Rows of the journal by call, person, legal case, kind and time, the latest first
     * @description Ids, times and closed words, no content of calls. A search is itself an entry; its further pages are none.
     */
    get: operations['journalPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/journal/chain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far the chain is sealed and signed, and where the signed heads lie */
    get: operations['journalChain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/journal/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people and legal cases that the journal can be narrowed to */
    get: operations['journalChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/journal/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The narrowed journal as a CSV file
     * @description At most 100,000 rows. Journalled before it begins and at its end.
     */
    get: operations['journalExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/break-glass': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much an emergency opens, for how long, and which opening of the asker’s waits for its review */
    get: operations['breakGlassTerms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Legal cases, the newest first */
    get: operations['legalCasesList'];
    put?: never;
    /** Opens a legal case */
    post: operations['legalCasesOpen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/cases/{caseId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One legal case */
    get: operations['legalCasesOne'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/cases/{caseId}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Closes a legal case
     * @description What was filed under it stays; nothing new is.
     */
    post: operations['legalCasesClose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/holds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Legal holds that cover calls within reach, the newest first */
    get: operations['holdsList'];
    put?: never;
    /**
     * Places a hold
     * @description On listed calls or recordings, or by a rule that also covers later calls. It wins until destruction has started.
     */
    post: operations['holdsPlace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/holds/{holdId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One hold, with calls that it covers */
    get: operations['holdsDetail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/holds/{holdId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks that a hold be released; another person has to agree */
    post: operations['holdsAskRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/holds/{holdId}/release-decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agrees to a release, refuses it, or takes one’s own asking back
     * @description Takes a fresh proof of who sits there. Whoever asked cannot agree.
     */
    post: operations['holdsDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/holds/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a hold would cover now: asked before it is placed, and changes nothing */
    post: operations['holdsPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests, one’s own or those within one’s oversight, the newest first */
    get: operations['legalRequestsList'];
    put?: never;
    /** Begins a request, as a draft that only its requester sees */
    post: operations['legalRequestsDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request with its chain, its history and what comes next */
    get: operations['legalRequestsOne'];
    /** Changes a draft */
    put: operations['legalRequestsChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answers an approver’s question; everybody decides anew */
    post: operations['legalRequestsAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/break-glass': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens a draft in an emergency, before anybody agreed
     * @description Takes a fresh proof of who sits there. The masked copy, to listen, of at most twenty recordings and ten plays, for as long as the setting allows. Approvers, auditors and the supervisors of the recorded teams are told at once; another person reviews it.
     */
    post: operations['breakGlassOpen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approves a request, refuses it, or asks its requester a question
     * @description Takes a fresh proof of who sits there. Never by the requester, by whoever was recorded, or by somebody of a recorded team; an export takes two people.
     */
    post: operations['legalRequestsDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/recordings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The frozen list of a request */
    get: operations['legalRequestsRecordings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reviews an emergency opening
     * @description Takes a fresh proof of who sits there. Never by the opener, by whoever was recorded, or by somebody of a recorded team. Not justified: what is still open ends within a second.
     */
    post: operations['breakGlassReview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes back what a request gave; what is being played ends within a second */
    post: operations['legalRequestsRevoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hands a request to the approvers
     * @description Freezes its filter into a list: what would join it later is not included.
     */
    post: operations['legalRequestsSubmit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/{requestId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes one’s own request back */
    post: operations['legalRequestsWithdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/requests/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a filter finds now, before it is asked for */
    post: operations['legalRequestsPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/standing-grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Standing grants within reach with their use, and proposals that wait
     * @description `without` names roles that people hold and for which no grant is in force: they hear and read nothing.
     */
    get: operations['standingGrantsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/standing-grants/{grantId}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a standing grant back
     * @description Takes a fresh proof of who sits there. What is being played under it ends within a second.
     */
    post: operations['standingGrantsRevoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/standing-grants/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Proposes a standing grant
     * @description Takes a fresh proof of who sits there. Opens nothing until another person has published it.
     */
    post: operations['standingGrantsPropose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/standing-grants/proposals/{proposalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes one’s own proposal back */
    delete: operations['standingGrantsWithdraw'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/legal/standing-grants/proposals/{proposalId}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publishes what somebody else proposed, or refuses it
     * @description Takes a fresh proof of who sits there. In force from this moment.
     */
    post: operations['standingGrantsDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/model-scorer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The language model beside the rules, and how far people agree with it
     * @description By item, language and outcome: how many answers of people there are, the interval, and whether such answers count.
     */
    get: operations['modelScorerView'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The notice in force */
    get: operations['noticeCurrent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notice/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says that the notice was read
     * @description The session that owed it is open from here on.
     */
    post: operations['noticeAcknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one is told, the newest first, and how much of it is unread */
    get: operations['notificationsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/notifications/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Marks what one was told as read: some of it, or all that came until now */
    post: operations['notificationsRead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/open-account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens an account
     * @description Sets its password and writes down that the notice was read, both or neither.
     */
    post: operations['noticeOpen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/open-account/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whose account a code opens, and what has to be read first */
    post: operations['noticeCheck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people whom the account may manage, by staff number */
    get: operations['peopleList'];
    put?: never;
    /** Adds a person */
    post: operations['peopleCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A person with account, roles, proposals and extensions over time */
    get: operations['peopleOne'];
    /**
     * Changes a person’s name and team
     * @description Calls keep the team in which they were taken.
     */
    put: operations['peopleChange'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives a one-time code to open the account with
     * @description The code is shown this once. Of an account that was opened before, password, sessions and tokens end, and the rights of its person wait until a second person has confirmed them.
     */
    post: operations['peopleInvite'];
    /** Takes back an invitation that was not used yet */
    delete: operations['peopleRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Closes the account of a person who leaves
     * @description Sessions, roles and extensions end.
     */
    post: operations['peopleLeave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a person back who had left
     * @description To no role and no open account.
     */
    post: operations['peopleReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/roles/{assignmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Takes a role away
     * @description That needs no second person.
     */
    delete: operations['peopleRemoveRole'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/suspension/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirms that a person has their own account again: suspended rights come back
     * @description Takes a fresh proof of who sits there. Neither by the person nor by who invited them again or removed their second factor.
     */
    post: operations['suspensionsConfirm'];
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
    /** Ends a playback */
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
    /**
     * Takes what the player says was heard since it last said so
     * @description `play_ended` tells it to stop.
     */
    post: operations['playsHeard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/processing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Stages, jobs, workers, engines, storage and keys, as figures
     * @description No call and no words.
     */
    get: operations['processingBoard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/processing/give-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives up to 200 of the asker’s calls up that wait for the same thing
     * @description The longest waiting first. Safe to send again.
     */
    post: operations['processingGiveUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/processing/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Retries up to 200 of the asker’s calls that wait for the same thing
     * @description The longest waiting first. Safe to send again.
     */
    post: operations['processingRetry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rehearings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest passes of hearing again */
    get: operations['rehearingsList'];
    put?: never;
    /**
     * Has the scored calls of a period heard again by the engines in force
     * @description A few at a time, in the worker. New words and cards lie beside the old ones; nothing is overwritten.
     */
    post: operations['rehearingsAsk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rehearings/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far it is, and what differs */
    get: operations['rehearingsOne'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rehearings/{runId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops it
     * @description Words that were heard until then stay, and so do their cards.
     */
    post: operations['rehearingsCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rescores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest passes of scoring again */
    get: operations['rescoresList'];
    put?: never;
    /**
     * Scores the calls of a period again by what is in force
     * @description In the worker. New cards lie beside the old ones; nothing is overwritten.
     */
    post: operations['rescoresAsk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rescores/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far it is */
    get: operations['rescoresOne'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rescores/{runId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops it
     * @description Cards that were filed until then stay.
     */
    post: operations['rescoresCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Certificates of destruction within reach, the newest first; 500 at most */
    get: operations['certificatesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/certificates/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A certificate of destruction, to be kept and checked offline
     * @description The signature covers the canonical JSON of `document`; see `npm run verify-certificate`.
     */
    get: operations['certificatesCertificate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/certificates/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Certificates of destruction as a CSV file
     * @description At most 100,000 rows; journalled.
     */
    get: operations['certificatesExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/clock/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that the clock is right, so that retention goes on; after a restore two people do */
    post: operations['retentionConfirmClock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/destructions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Destructions within reach: ordered, under way and complete, and what a hold keeps from one */
    get: operations['retentionDestructions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/schedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The schedule in force, the change that waits, earlier versions, and whether retention is stopped */
    get: operations['retentionView'];
    /**
     * Proposes a schedule
     * @description In force once another person has agreed.
     */
    put: operations['retentionPropose'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/schedule/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agrees to the schedule that waits, refuses it, or takes one’s own back
     * @description Takes a fresh proof of who sits there. Whoever proposed it cannot agree.
     */
    post: operations['retentionDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/retention/schedule/simulation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a schedule would do to the recordings that there are; nothing is changed */
    post: operations['retentionSimulate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/waiting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The items that wait for a person, the longest waiting first
     * @description Calls that the account’s person took are not among them.
     */
    get: operations['reviewsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/waiting/{waitingId}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes everything that waits on the item’s scorecard, for half an hour
     * @description Asked again by whoever has it, for half an hour more. It ends by itself.
     */
    post: operations['reviewsClaim'];
    /** Lets go what one took */
    delete: operations['reviewsRelease'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/role-proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proposals for people in the account’s reach, the newest first */
    get: operations['proposalsList'];
    put?: never;
    /**
     * Proposes a role
     * @description For a team, for a client, or with both null for every client.
     */
    post: operations['proposalsPropose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/role-proposals/{proposalId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes one’s own proposal back */
    post: operations['proposalsWithdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/role-proposals/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approves or refuses up to 200 proposals
     * @description All of them or none. Takes a fresh proof of who sits there.
     */
    post: operations['proposalsDecide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/search/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Calls by what was said in them, newest first
     * @description Reaches the words that the account may read, masked. Each search, and each call of which words are shown, is journalled.
     */
    get: operations['searchWords'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sent-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far calls have come that this account sent in
     * @description Stages and reasons, for up to 100 ids.
     */
    get: operations['sentCallsStages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The staff as a CSV file that the import takes */
    get: operations['staffFileExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/staff/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says what a CSV file of staff would change
     * @description With `plan`, the name of a preview, does exactly that or nothing.
     */
    post: operations['staffFileImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/suspensions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People in the account’s reach whose rights wait to be confirmed, the longest waiting first */
    get: operations['suspensionsList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody’s tokens that are neither revoked nor over */
    get: operations['tokensAll'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revokes anybody’s token */
    delete: operations['tokensRevoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s own views, and those shared with a team that one may see */
    get: operations['viewsList'];
    put?: never;
    /** Keeps filters of the list under a name */
    post: operations['viewsCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/views/{viewId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Deletes a view
     * @description Can be undone with `restore`.
     */
    delete: operations['viewsDelete'];
    options?: never;
    head?: never;
    /** Changes a view */
    patch: operations['viewsChange'];
    trace?: never;
  };
  '/api/v1/views/{viewId}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings a deleted view back */
    post: operations['viewsRestore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/views/default': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Chooses the view that opens with the list, for this account */
    put: operations['viewsSetDefault'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every endpoint with its state, and what one may be narrowed to */
    get: operations['webhooksList'];
    put?: never;
    /**
     * Registers an endpoint
     * @description Its secret is in this answer and nowhere else.
     */
    post: operations['webhooksCreate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes an endpoint’s name, address, events and narrowing, all at once */
    put: operations['webhooksChange'];
    post?: never;
    /** Removes an endpoint; nothing is sent to it any more */
    delete: operations['webhooksRemove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was sent or waits, with every try, the latest first */
    get: operations['webhookDeliveriesList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}/deliveries/{deliveryId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends one delivery again, under the same id */
    post: operations['webhookDeliveriesReplayOne'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Holds deliveries back; they wait for thirty days */
    post: operations['webhooksPause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}/ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a test, `webhook.ping` */
    post: operations['webhookDeliveriesPing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends everything that happened since a moment again
     * @description At most 10,000 at once, under the same ids.
     */
    post: operations['webhookDeliveriesReplaySince'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends again after a pause, beginning with what waited */
    post: operations['webhooksResume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{endpointId}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a new secret for an endpoint
     * @description For a day deliveries bear a signature by the old one as well.
     */
    post: operations['webhooksRotateSecret'];
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
    /**
     * Figures for Prometheus
     * @description No words, no names, no ids.
     */
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
    /** @enum {string} */
    AccessKind: 'heard' | 'read' | 'excerpted' | 'exported' | 'taken';
    AccessPage: {
      accesses: components['schemas']['AccessRow'][];
      nextCursor: string | null;
    };
    /** @enum {string} */
    AccessPurpose: 'quality' | 'dispute' | 'evidence' | 'compliance' | 'subject_access' | 'coaching' | 'own_call';
    /** @enum {string} */
    AccessRight: 'standing' | 'request' | 'break_glass';
    AccessRow: {
      /** Format: uuid */
      accessId: string;
      /** Format: date-time */
      at: string;
      by: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      } | null;
      callId: string | null;
      grantCode: string | null;
      heardMs: number | null;
      kind: components['schemas']['AccessKind'];
      purpose: components['schemas']['AccessPurpose'] | null;
      rendition: ('masked' | 'original') | null;
      requestCode: string | null;
      right: components['schemas']['AccessRight'];
    };
    AccountSecurity: {
      passwordChangedAt: string | null;
      recoveryCodesLeft: number;
      secondFactorSince: string | null;
    };
    /** @enum {string} */
    AccountState: 'waiting' | 'invited' | 'open' | 'closed';
    Acknowledge: {
      language: components['schemas']['Language'];
      version: number;
    };
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
    Agreement: {
      abstained: number;
      high: number;
      kappa: number;
      low: number;
      n: number;
    };
    /** @enum {string} */
    AlarmKind: 'schedule_late' | 'schedule_failing' | 'disk_low' | 'disk_full' | 'keys_unmarked' | 'keys_doubtful';
    AlarmSubject: string;
    AllTokens: {
      items: components['schemas']['OwnedToken'][];
    };
    /** @enum {string} */
    AskedKind: 'access' | 'erasure' | 'withdrawal';
    AttentionGroup: {
      language?: components['schemas']['Language'];
      reason: components['schemas']['AttentionReason'];
    };
    /** @enum {string} */
    AttentionReason:
      | 'language_unsure'
      | 'no_engine_for_language'
      | 'engine_missing'
      | 'engine_crashed'
      | 'engine_timeout'
      | 'engine_rubbish'
      | 'engine_unreachable'
      | 'engine_refused'
      | 'provided_words_rejected'
      | 'audio_undecodable'
      | 'object_damaged'
      | 'key_missing'
      | 'storage_failed'
      | 'no_checklist'
      | 'internal_error';
    BackTest: {
      agents: {
        agent: components['schemas']['AgentRef'];
        flips: number;
        moves: components['schemas']['OutcomeMove'][];
      }[];
      agreement: components['schemas']['Agreement'] | null;
      flips: number;
      items: {
        agreement: components['schemas']['Agreement'] | null;
        flips: number;
        itemId: string;
        moves: components['schemas']['OutcomeMove'][];
        title: components['schemas']['Bilingual'];
      }[];
      judged: number;
      moves: components['schemas']['OutcomeMove'][];
      run: components['schemas']['Run'];
    };
    BenchAnswer: {
      applies: boolean;
      coverage: number;
      items: components['schemas']['ItemResult'][];
      /** @enum {string} */
      language: 'zh' | 'en';
      maxPoints: number | null;
      points: number | null;
      timed: boolean;
      turns: {
        fromMs: number;
        index: number;
        /** @enum {string} */
        speaker: 'agent' | 'customer' | 'unknown';
        text: string;
      }[];
    };
    BenchQuestion: {
      checklist:
        | {
            definition: components['schemas']['ChecklistDraft'];
          }
        | {
            version: number;
          };
      dialogue:
        | {
            direction: components['schemas']['CallDirection'];
            /** @enum {string} */
            language: 'zh' | 'en';
            turns: {
              /** @enum {string} */
              speaker: 'agent' | 'customer';
              text: string;
            }[];
          }
        | {
            /** Format: uuid */
            callId: string;
          };
    };
    Bilingual: {
      en: string;
      zh: string;
    };
    BreakGlass: {
      words: string;
    };
    /** @enum {string} */
    BreakGlassOutcome: 'justified' | 'not_justified';
    BreakGlassReview: {
      outcome: components['schemas']['BreakGlassOutcome'];
      words: string;
    };
    BreakGlassTerms: {
      minutes: number;
      plays: number;
      recordings: number;
      reviewWorkingDays: number;
      waiting: {
        /** Format: date-time */
        openedAt: string;
        overdue: boolean;
        /** Format: uuid */
        requestId: string;
      } | null;
    };
    /** @enum {string} */
    BrowserName: 'edge' | 'chrome' | 'firefox' | 'safari' | 'other';
    CalendarDay: {
      /** Format: date */
      day: string;
      kind: components['schemas']['CalendarDayKind'];
      name: string;
    };
    /** @enum {string} */
    CalendarDayKind: 'holiday' | 'working_day';
    CalendarPeriod: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
    };
    CalendarPreview: {
      added: components['schemas']['CalendarDay'][];
      changed: {
        after: components['schemas']['CalendarDay'];
        before: components['schemas']['CalendarDay'];
      }[];
      encoding: components['schemas']['Encoding'];
      moreProblems: number;
      period: components['schemas']['CalendarPeriod'] | null;
      plan: string | null;
      problems: components['schemas']['LineProblem'][];
      removed: components['schemas']['CalendarDay'][];
      unchanged: number;
    };
    CalendarView: {
      days: components['schemas']['CalendarDay'][];
      periods: components['schemas']['CalendarPeriod'][];
    };
    CallAccesses: {
      items: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
        grantCode: string | null;
        heardMs: number | null;
        /** @enum {string} */
        kind: 'heard' | 'read' | 'exported';
        purpose:
          ('quality' | 'dispute' | 'evidence' | 'compliance' | 'subject_access' | 'coaching' | 'own_call') | null;
        rendition: ('masked' | 'original') | null;
        /** @enum {string} */
        right: 'standing' | 'request' | 'break_glass';
        sentMs: number | null;
        times: number;
        withheld: boolean;
      }[];
    };
    CallCount: {
      counted: number;
      exact: boolean;
    };
    CallDetail: {
      agent: components['schemas']['AgentRef'];
      /** Format: uuid */
      callId: string;
      /** @enum {string} */
      classification: 'business' | 'private';
      consent: {
        evidenceAt: string | null;
        evidenceKind: string | null;
        mayRecord: boolean;
        ruleId: string;
        state: components['schemas']['ConsentState'];
      };
      corrections: components['schemas']['Correction'][];
      customer: string | null;
      destroyed: boolean;
      /** @enum {string} */
      direction: 'inbound' | 'outbound' | 'internal';
      durationMs: number | null;
      externalId: string;
      givenUp: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
        note: string | null;
        reason: components['schemas']['GiveUpReason'];
      } | null;
      language: components['schemas']['Language'] | null;
      languageTold: components['schemas']['LanguageTold'] | null;
      legs: components['schemas']['Leg'][];
      matter: string | null;
      matterReference: string | null;
      may: {
        ask: components['schemas']['Bilingual'][];
        correct: boolean;
        correctWords: boolean;
        giveUp: boolean;
        grantCode: string | null;
        judge: boolean;
        judgeRefusal: ('own_call' | 'no_permission') | null;
        listen: boolean;
        listenRefusal:
          | (
              | 'no_grant'
              | 'not_sealed'
              | 'no_recording'
              | 'damaged'
              | 'being_checked'
              | 'unchecked'
              | 'key_destroyed'
              | 'restricted'
              | 'expired'
            )
          | null;
        readWords: boolean;
        rehear: boolean;
        requestGrants: {
          /** @enum {string} */
          action: 'listen' | 'transcript';
          code: string;
          /** Format: uuid */
          grantId: string;
          playsLeft: number;
        }[];
        rescore: boolean;
        retry: boolean;
        sound: components['schemas']['HeardSound'] | null;
      };
      neighbours: {
        newer: string | null;
        older: string | null;
      };
      outcome: string | null;
      progress: number | null;
      purpose: string | null;
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
      stageSaid: string | null;
      /** Format: date-time */
      startedAt: string;
    };
    /** @enum {string} */
    CallDirection: 'inbound' | 'outbound' | 'internal';
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
      newerCursor: string | null;
      nextCursor: string | null;
    };
    CallMeasures: {
      detector: string;
      durationMs: number;
      /** @constant */
      format: 'shouwen.measures/1';
      longestSilence: components['schemas']['Span'] | null;
      sides: {
        agent: components['schemas']['SideMeasures'];
        customer: components['schemas']['SideMeasures'];
      } | null;
      sidesUnknown: components['schemas']['SidesUnknown'] | null;
      silences: components['schemas']['Span'][] | null;
      talkOver: {
        spans: components['schemas']['TalkOver'][];
        totalMs: number;
      } | null;
    };
    CallNeighbours: {
      newer: string | null;
      older: string | null;
    };
    CallRow: {
      agent: components['schemas']['AgentRef'];
      /** Format: uuid */
      callId: string;
      customer: string | null;
      destroyed: boolean;
      /** @enum {string} */
      direction: 'inbound' | 'outbound' | 'internal';
      durationMs: number | null;
      language: components['schemas']['Language'] | null;
      matter: string | null;
      progress: number | null;
      score: components['schemas']['ScoreSummary'] | null;
      stage: components['schemas']['CallStage'];
      /** Format: date-time */
      stageAt: string;
      stageReason: string | null;
      stageSaid: string | null;
      /** Format: date-time */
      startedAt: string;
    };
    /** @enum {string} */
    CallStage:
      | 'known'
      | 'recorded'
      | 'sealed'
      | 'transcribed'
      | 'scored'
      | 'not_recorded'
      | 'needs_attention'
      | 'given_up'
      | 'destroyed';
    CallWord: string;
    CardCodeAnswer: {
      /** @enum {string} */
      answer: 'code' | 'no_code';
      fromChar: number;
      /** Format: uuid */
      transcriptId: string;
      turn: number;
    };
    /** @enum {string} */
    Certainty: 'certain' | 'likely' | 'possible';
    CertificateList: {
      certificates: components['schemas']['CertificateRow'][];
    };
    CertificateRow: {
      /** Format: uuid */
      callId: string;
      /** Format: date-time */
      issuedAt: string;
      number: string;
      /** @enum {string} */
      of: 'recording' | 'cut';
      reason: components['schemas']['DestructionReason'] | null;
      /** Format: uuid */
      recordingId: string;
    };
    /** @enum {string} */
    ChangeReason:
      'words_misheard' | 'meaning_misread' | 'context_elsewhere' | 'fact_wrong' | 'does_not_apply' | 'other';
    ChannelSound: {
      activeRmsDbfs: number | null;
      clippedShare: number;
      peakDbfs: number | null;
      silentShare: number;
    };
    CheckDefinition: {
      kind: string;
    } & {
      [key: string]: unknown;
    };
    Checklist: {
      /**
       * @default section
       * @enum {string}
       */
      criticalFailure: 'section' | 'total';
      /** @constant */
      format: 'shouwen.checklist/1';
      id: components['schemas']['ChecklistId'];
      judges?: components['schemas']['Judges'];
      minimumWords: {
        en: number;
        zh: number;
      };
      requiredCoverage: number;
      sections: components['schemas']['ChecklistSection'][];
      title: components['schemas']['Bilingual'];
      totalWeight?: number;
      version: number;
    };
    ChecklistDetail: {
      checklistId: string;
      directions: components['schemas']['CallDirection'][];
      draft: {
        basedOn: number | null;
        revision: number;
        stage: components['schemas']['ChecklistStage'];
        /** Format: date-time */
        updatedAt: string;
        updatedBy: components['schemas']['Bilingual'];
      } | null;
      judgedLegs: number;
      judging: number | null;
      main: boolean;
      shipped: {
        version: number;
      } | null;
      title: components['schemas']['Bilingual'];
      versions: {
        basedOn: number | null;
        judgedLegs: number;
        /** @enum {string} */
        origin: 'shipped' | 'company';
        /** Format: date-time */
        publishedAt: string;
        publishedBy: components['schemas']['Bilingual'] | null;
        reason: string | null;
        retiredAt: string | null;
        retiredBy: components['schemas']['Bilingual'] | null;
        retiredReason: string | null;
        stage: components['schemas']['ChecklistStage'];
        supersededBy: number | null;
        version: number;
      }[];
    };
    ChecklistDraft: {
      /** @enum {string} */
      criticalFailure?: 'section' | 'total';
      /** @constant */
      format: 'shouwen.checklist/1';
      id: components['schemas']['ChecklistId'];
      judges?: {
        appliesWhen?: ({
          kind: string;
        } & {
          [key: string]: unknown;
        })[];
        directions: components['schemas']['CallDirection'][];
        main: boolean;
      };
      minimumWords: {
        en: number;
        zh: number;
      };
      requiredCoverage: number;
      sections: components['schemas']['DraftSection'][];
      title: {
        en: string;
        zh: string;
      };
      totalWeight?: number;
      version?: number;
    };
    ChecklistDraftView: {
      basedOn: number | null;
      checklistId: string;
      definition: components['schemas']['ChecklistDraft'];
      findings: components['schemas']['ChecklistFinding'][];
      revision: number;
      stage: components['schemas']['ChecklistStage'];
      /** Format: date-time */
      updatedAt: string;
      updatedBy: components['schemas']['Bilingual'];
    };
    ChecklistFinding: {
      code: string;
      item: number | null;
      itemId: string | null;
      place: string;
      remedy: components['schemas']['Bilingual'];
      section: number | null;
      /** @enum {string} */
      severity: 'error' | 'warning';
      what: components['schemas']['Bilingual'];
    };
    ChecklistId: string;
    ChecklistImport: {
      apply: boolean;
      replaces?: number | null;
      yaml: string;
    };
    ChecklistItem: {
      advice?: components['schemas']['Bilingual'];
      /** @default [] */
      appliesWhen: components['schemas']['ConditionDefinition'][];
      check: components['schemas']['CheckDefinition'];
      clause: string;
      /** @default false */
      critical: components['schemas']['Critical'];
      id: string;
      title: components['schemas']['Bilingual'];
      weight: number;
    };
    ChecklistList: {
      checklists: components['schemas']['ChecklistSummary'][];
    };
    ChecklistSection: {
      id: string;
      items: components['schemas']['ChecklistItem'][];
      title: components['schemas']['Bilingual'];
      weight?: number;
    };
    /** @enum {string} */
    ChecklistStage: 'draft' | 'validated' | 'published' | 'retired';
    ChecklistSummary: {
      checklistId: string;
      directions: components['schemas']['CallDirection'][];
      draft: {
        basedOn: number | null;
        revision: number;
        stage: components['schemas']['ChecklistStage'];
        /** Format: date-time */
        updatedAt: string;
        updatedBy: components['schemas']['Bilingual'];
      } | null;
      judgedLegs: number;
      judging: number | null;
      main: boolean;
      title: components['schemas']['Bilingual'];
    };
    ChecklistVersionView: {
      definition: components['schemas']['Checklist'];
      stage: components['schemas']['ChecklistStage'];
      version: number;
    };
    ChecklistYaml: {
      yaml: string;
    };
    Claimed: {
      items: number;
      /** Format: date-time */
      until: string;
    };
    ClientList: {
      clients: components['schemas']['ClientView'][];
      wholeCompany: boolean;
    };
    ClientView: {
      /** Format: uuid */
      clientId: string;
      closed: boolean;
      name: components['schemas']['Bilingual'];
      teams: components['schemas']['TeamView'][];
    };
    /** @enum {string} */
    ClockJump: 'forward' | 'backward' | 'restored';
    ClockTime: string;
    Commitment: {
      /** Format: uuid */
      callId: string;
      candidateCallId: string | null;
      /** Format: uuid */
      commitmentId: string;
      customer: string | null;
      dueAt: string | null;
      dueBasis: components['schemas']['DueBasis'] | null;
      dueSoon: boolean;
      fromMs: number;
      fulfilledByCallId: string | null;
      kind: components['schemas']['CommitmentKind'];
      /** @enum {string} */
      language: 'zh' | 'en';
      /** Format: uuid */
      legId: string;
      matter: string | null;
      may: components['schemas']['CommitmentAnswerName'][];
      offeredTo: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      } | null;
      owner: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      revision: number;
      /** Format: date-time */
      saidAt: string;
      state: components['schemas']['CommitmentState'];
      /** Format: date-time */
      stateAt: string;
      team: components['schemas']['Bilingual'];
      unclear: components['schemas']['CommitmentUnclear'] | null;
    };
    /** @enum {string} */
    CommitmentAction:
      | 'found'
      | 'found_again'
      | 'superseded'
      | 'due_soon'
      | 'overdue'
      | 'time_set'
      | 'kept'
      | 'reopened'
      | 'broken'
      | 'released'
      | 'struck'
      | 'hand_over_proposed'
      | 'hand_over_accepted'
      | 'hand_over_declined'
      | 'hand_over_withdrawn'
      | 'candidate_found';
    CommitmentAnswer: {
      answer: components['schemas']['CommitmentAnswerName'];
      /** Format: date-time */
      dueAt?: string;
      /** Format: uuid */
      evidenceCallId?: string;
      note?: string;
      revision: number;
      /** Format: uuid */
      toPersonId?: string;
    };
    /** @enum {string} */
    CommitmentAnswerName:
      | 'kept'
      | 'broken'
      | 'customer_released'
      | 'set_time'
      | 'hand_over'
      | 'withdraw'
      | 'accept'
      | 'decline'
      | 'release'
      | 'strike'
      | 'reopen';
    CommitmentFigures: {
      dueSoon: number;
      dueToday: number;
      open: number;
      overdue: number;
      waiting: number;
      waitingForMe: number;
      withoutTime: number;
    };
    CommitmentHistory: {
      colleagues: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      }[];
      entries: {
        action: components['schemas']['CommitmentAction'];
        /** Format: date-time */
        at: string;
        by: {
          name: components['schemas']['Bilingual'];
          /** Format: uuid */
          personId: string;
        } | null;
        dueAt: string | null;
        /** Format: uuid */
        entryId: string;
        evidenceCallId: string | null;
        note: string | null;
        to: {
          name: components['schemas']['Bilingual'];
          /** Format: uuid */
          personId: string;
        } | null;
      }[];
    };
    /** @enum {string} */
    CommitmentKind: 'call_back' | 'reply' | 'send' | 'refund' | 'visit' | 'check' | 'hand_over' | 'settle';
    CommitmentList: {
      items: components['schemas']['Commitment'][];
      nextCursor: string | null;
    };
    /** @enum {string} */
    CommitmentState: 'open' | 'overdue' | 'kept' | 'broken' | 'released' | 'struck' | 'superseded';
    /** @enum {string} */
    CommitmentUnclear:
      | 'no_time'
      | 'ambiguous_day'
      | 'ambiguous_hour'
      | 'past'
      | 'impossible'
      | 'calendar_unknown'
      | 'no_working_hours'
      | 'customer_zone';
    CommitmentWords: {
      words: {
        promise: string;
        time: string | null;
      } | null;
    };
    CompanyProfile: {
      departments: {
        en: string[];
        zh: string[];
      };
      hotwords?: {
        en: string[];
        zh: string[];
      };
      names: {
        en: string[];
        zh: string[];
      };
      quietHours?: components['schemas']['QuietHours'][];
      ringCadence: {
        offSeconds: number;
        onSeconds: number;
      };
      timeZone: string;
      workingHours?: components['schemas']['WorkingHours'];
    };
    CompanyProfileInput: {
      departments: {
        en: string[];
        zh: string[];
      };
      hotwords?: {
        en: string[];
        zh: string[];
      };
      names: {
        en: string[];
        zh: string[];
      };
      quietHours?: components['schemas']['QuietHours'][];
      ringCadence: {
        offSeconds: number;
        onSeconds: number;
      };
      timeZone: string;
      workingHours?: components['schemas']['WorkingHours'];
    };
    CompanyProfileView: {
      changedAt: string | null;
      changedBy: components['schemas']['Bilingual'] | null;
      profile: components['schemas']['CompanyProfile'];
      version: number;
    };
    ConditionDefinition: {
      kind: string;
      otherwise: components['schemas']['Bilingual'];
    } & {
      [key: string]: unknown;
    };
    /** @enum {string} */
    ConsentState: 'announced' | 'given' | 'declined' | 'withdrawn' | 'not_required' | 'unknown';
    ConsentStatement: {
      evidence?: {
        /** Format: date-time */
        at?: string;
        /** @enum {string} */
        kind: 'announcement' | 'spoken' | 'keypad' | 'contract' | 'form';
        reference?: string;
      };
      reason?: string;
      state: components['schemas']['ConsentState'];
    };
    /** @enum {string} */
    Correctable:
      | 'startedAt'
      | 'language'
      | 'region'
      | 'direction'
      | 'classification'
      | 'consent'
      | 'customer'
      | 'matter'
      | 'purpose'
      | 'outcome'
      | 'agentChannel'
      | 'staffNumber'
      | 'queue'
      | 'queueSeconds'
      | 'alertedAt'
      | 'answeredAt'
      | 'endedAt'
      | 'hangupParty'
      | 'transfer'
      | 'consulted'
      | 'holdSpans';
    CorrectedWords: {
      /** Format: uuid */
      transcriptId: string;
    };
    Correction: {
      /** Format: date-time */
      at: string;
      by: components['schemas']['Bilingual'];
      fields: components['schemas']['Correctable'][];
      /** @enum {string} */
      from: 'person' | 'upload';
      reason: string;
    };
    CorrectionChanges: {
      /** @enum {string} */
      agentChannel?: 'left' | 'right';
      alertedAt?: string | null;
      answeredAt?: string | null;
      /** @enum {string} */
      classification?: 'business' | 'private';
      consent?: components['schemas']['ConsentStatement'];
      consulted?: boolean | null;
      customer?: {
        name?: string;
        number?: string;
      } | null;
      /** @enum {string} */
      direction?: 'inbound' | 'outbound' | 'internal';
      endedAt?: string | null;
      hangupParty?: ('agent' | 'customer' | 'system') | null;
      holdSpans?: components['schemas']['HoldSpan'][];
      language?: components['schemas']['Language'];
      matter?: {
        externalId: string;
        title: string;
      } | null;
      outcome?: string | null;
      purpose?: string | null;
      queue?: string | null;
      queueSeconds?: number | null;
      region?: string;
      staffNumber?: string;
      /** Format: date-time */
      startedAt?: string;
      transfer?: ('none' | 'blind' | 'warm') | null;
    };
    CorrectionRequest: {
      changes: components['schemas']['CorrectionChanges'];
      reason: string;
    };
    CorrectionResult: {
      again: ('words' | 'scores' | 'promises' | 'search')[];
      fields: components['schemas']['Correctable'][];
      shut: boolean;
    };
    CreatedToken: {
      token: string;
      /** Format: uuid */
      tokenId: string;
    };
    Critical:
      | boolean
      | {
          /** @constant */
          effect: 'zero';
          /** @enum {string} */
          of: 'section' | 'form';
        }
      | {
          capPercent: number;
          /** @constant */
          effect: 'cap';
          /** @enum {string} */
          of: 'section' | 'form';
        };
    /** @enum {string} */
    Custody: 'captured' | 'sealed' | 'expired' | 'destroyed';
    DataRequest: {
      /** Format: date-time */
      answerBy: string;
      code: string;
      decided: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
      } | null;
      destroyed: number;
      held: number;
      kind: components['schemas']['DataRequestKind'];
      note: string | null;
      proposed: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
        mine: boolean;
        /** @enum {string} */
        proposal: 'agree' | 'refuse';
        reason: string;
      } | null;
      recordings: number;
      reference: string;
      registered: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
      };
      /** Format: uuid */
      requestId: string;
      state: components['schemas']['DataRequestState'];
      subject: {
        [key: string]: unknown;
      };
    };
    DataRequestDecision: {
      /** @enum {string} */
      decision: 'confirmed' | 'sent_back';
    };
    DataRequestDetail: {
      /** Format: date-time */
      answerBy: string;
      code: string;
      decided: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
      } | null;
      destroyed: number;
      found: {
        /** Format: uuid */
        callId: string;
        certificate: string | null;
        custody: components['schemas']['Custody'];
        holds: string[];
        outcome: ('ordered' | 'held' | 'refused' | 'destroyed' | 'handed_over') | null;
        /** Format: uuid */
        recordingId: string;
        /** Format: date-time */
        startedAt: string;
      }[];
      held: number;
      kind: components['schemas']['DataRequestKind'];
      note: string | null;
      proposed: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
        mine: boolean;
        /** @enum {string} */
        proposal: 'agree' | 'refuse';
        reason: string;
      } | null;
      recordings: number;
      reference: string;
      registered: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
      };
      /** Format: uuid */
      requestId: string;
      state: components['schemas']['DataRequestState'];
      subject: {
        [key: string]: unknown;
      };
    };
    /** @enum {string} */
    DataRequestKind: 'access' | 'erasure' | 'withdrawal' | 'not_recordable';
    DataRequestList: {
      requests: components['schemas']['DataRequest'][];
    };
    DataRequestProposal: {
      /** @enum {string} */
      proposal: 'agree' | 'refuse';
      reason: string;
    };
    /** @enum {string} */
    DataRequestState: 'open' | 'waiting' | 'agreed' | 'refused' | 'done';
    DataSubject: {
      callIds?: string[];
      customer?: string;
      /** Format: uuid */
      matterId?: string;
      staffNumber?: string;
    };
    Decision: {
      /** @enum {string} */
      decision: 'approve' | 'refuse';
      proposalIds: string[];
      reason?: string;
    };
    DefaultView: {
      viewId: string | null;
    };
    Destruction: {
      /** Format: uuid */
      callId: string;
      /** Format: date-time */
      callStartedAt: string;
      certificate: string | null;
      completedAt: string | null;
      /** Format: uuid */
      destructionId: string;
      /** Format: date-time */
      dueAt: string;
      /** Format: date-time */
      orderedAt: string;
      reason: components['schemas']['DestructionReason'];
      /** Format: uuid */
      recordingId: string;
      request: string | null;
      startedAt: string | null;
      /** @enum {string} */
      state: 'ordered' | 'started' | 'completed' | 'cancelled';
      waitsFor: string[];
    };
    DestructionList: {
      counts: {
        completed: number;
        dueSoon: number;
        heldBack: number;
        ordered: number;
        started: number;
      };
      destructions: components['schemas']['Destruction'][];
      heldBack: components['schemas']['HeldBack'][];
    };
    /** @enum {string} */
    DestructionReason: 'schedule' | 'erasure' | 'withdrawal' | 'not_recordable' | 'restored';
    DisableSecondFactor: {
      code: components['schemas']['SecondFactorCode'];
      password: string;
    };
    DoubtfulCode: {
      agent: components['schemas']['Bilingual'];
      /** Format: uuid */
      callId: string;
      fromChar: number;
      fromMs: number;
      /** Format: date-time */
      startedAt: string;
      toMs: number;
      /** Format: uuid */
      transcriptId: string;
      turn: number;
    };
    DoubtfulCodes: {
      items: components['schemas']['DoubtfulCode'][];
      total: number;
    };
    DraftItem: {
      advice?: {
        en: string;
        zh: string;
      };
      appliesWhen?: ({
        kind: string;
      } & {
        [key: string]: unknown;
      })[];
      check: {
        kind: string;
      } & {
        [key: string]: unknown;
      };
      clause: string;
      critical?:
        | boolean
        | {
            capPercent?: number;
            /** @enum {string} */
            effect: 'zero' | 'cap';
            /** @enum {string} */
            of: 'section' | 'form';
          };
      id: string;
      title: {
        en: string;
        zh: string;
      };
      weight: number;
    };
    DraftRevision: {
      revision: number;
    };
    DraftSave: {
      definition: components['schemas']['ChecklistDraft'];
      revision: number;
    };
    DraftSection: {
      id: string;
      items: components['schemas']['DraftItem'][];
      title: {
        en: string;
        zh: string;
      };
      weight?: number;
    };
    /** @enum {string} */
    DueBasis:
      | 'clock'
      | 'part_of_day'
      | 'day'
      | 'close_of_business'
      | 'elapsed'
      | 'days'
      | 'working_days'
      | 'period_end'
      | 'person';
    Email: string | null;
    /** @enum {string} */
    Encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
    EndedSessions: {
      ended: number;
    };
    Enrolment: {
      secret: string;
      uri: string;
    };
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
          span?: components['schemas']['Span'];
          value: string | number | boolean;
        }
      | {
          fromTurn: number;
          /** @constant */
          kind: 'absence';
          lookedFor: string[];
          toTurn: number;
        };
    EvidenceExport: {
      bytes: number | null;
      /** Format: date-time */
      createdAt: string;
      downloads: {
        allowed: number;
        used: number;
      };
      /** Format: date-time */
      expiresAt: string;
      /** Format: uuid */
      exportId: string;
      failure: string | null;
      goneAt: string | null;
      goneReason: components['schemas']['ExportGoneReason'] | null;
      grantCode: string;
      legalCase: {
        /** Format: uuid */
        caseId: string;
        reference: string;
        title: string;
      } | null;
      manifestSha256: string | null;
      mayDownload: boolean;
      mine: boolean;
      readyAt: string | null;
      recordings: number;
      requestCode: string;
      requestedBy: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      /** Format: uuid */
      requestId: string;
      sha256: string | null;
      state: components['schemas']['ExportState'];
      timestamped: boolean;
    };
    EvidenceExportList: {
      exports: components['schemas']['EvidenceExport'][];
    };
    /** @enum {string} */
    ExportGoneReason: 'expired' | 'revoked' | 'recording_gone';
    /** @enum {string} */
    ExportState: 'building' | 'ready' | 'failed' | 'gone';
    ExtensionAssignment: {
      /** Format: uuid */
      assignmentId: string;
      extension: string;
      /** Format: date-time */
      from: string;
      person: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
        staffNumber: string;
      };
      to: string | null;
    };
    ExtensionList: {
      items: components['schemas']['ExtensionAssignment'][];
      nextCursor: string | null;
    };
    ExtensionPreview: {
      added: {
        extension: string;
        /** Format: date-time */
        from: string;
        line: number;
        staffNumber: string;
        to: string | null;
      }[];
      addedCount: number;
      encoding: components['schemas']['Encoding'];
      ended: {
        /** Format: date-time */
        at: string;
        extension: string;
        staffNumber: string;
      }[];
      endedCount: number;
      moreProblems: number;
      plan: string | null;
      problems: components['schemas']['LineProblem'][];
      unchanged: number;
    };
    /** @enum {string} */
    FiledOutcome: 'met' | 'not_met' | 'not_applicable' | 'insufficient' | 'none';
    FilterChoices: {
      agents: {
        name: {
          en: string;
          zh: string;
        };
        /** Format: uuid */
        personId: string;
        staffNumber: string;
      }[];
      clients: {
        /** Format: uuid */
        clientId: string;
        name: {
          en: string;
          zh: string;
        };
      }[];
      everyAgent: boolean;
      items: {
        itemId: string;
        title: {
          en: string;
          zh: string;
        };
      }[];
      teams: {
        /** Format: uuid */
        clientId: string;
        name: {
          en: string;
          zh: string;
        };
        /** Format: uuid */
        teamId: string;
      }[];
    };
    FlipList: {
      flips: {
        agent: components['schemas']['AgentRef'];
        atMs: number | null;
        /** Format: uuid */
        callId: string;
        from: components['schemas']['Outcome'];
        itemId: string;
        leg: number;
        /** Format: uuid */
        legId: string;
        /** Format: date-time */
        startedAt: string;
        title: components['schemas']['Bilingual'];
        to: components['schemas']['Outcome'];
      }[];
      nextCursor: string | null;
    };
    GiveUpGroup: {
      group: components['schemas']['AttentionGroup'];
      why: components['schemas']['GiveUpRequest'];
    };
    /** @enum {string} */
    GiveUpReason: 'cannot_be_mended' | 'not_needed' | 'sent_again' | 'handled_elsewhere' | 'other';
    GiveUpRequest: {
      note?: string;
      reason: components['schemas']['GiveUpReason'];
    };
    /** @enum {string} */
    GrantAction: 'listen' | 'read';
    /** @enum {string} */
    GrantedRole: 'agent' | 'supervisor' | 'quality_analyst' | 'quality_manager';
    /** @enum {string} */
    GrantPurpose: 'quality' | 'coaching' | 'own_call';
    /** @enum {string} */
    GrantScope: 'own' | 'team' | 'client' | 'company';
    GroupMoved: {
      left: number;
      moved: number;
    };
    Health: {
      /** @constant */
      status: 'ok';
    };
    HeardRequest: {
      intervals: [number, number][];
    };
    /** @enum {string} */
    HeardSound: 'masked' | 'clean' | 'unchecked' | 'trial' | 'original';
    HeldBack: {
      /** Format: uuid */
      callId: string;
      /** Format: date-time */
      callStartedAt: string;
      /** Format: date-time */
      dueAt: string;
      holds: string[];
      reason: components['schemas']['DestructionReason'];
      /** Format: uuid */
      recordingId: string;
    };
    Hold: {
      calls: number;
      case: {
        /** Format: uuid */
        caseId: string;
        reference: string;
        title: string;
      };
      code: string;
      /** Format: uuid */
      holdId: string;
      placed: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
      };
      reason: string;
      releaseAsked: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
        mine: boolean;
        reason: string;
      } | null;
      released: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
      } | null;
      rule: components['schemas']['HoldRule'] | null;
      /** @enum {string} */
      state: 'active' | 'release_asked' | 'released';
    };
    HoldDetail: {
      calls: number;
      case: {
        /** Format: uuid */
        caseId: string;
        reference: string;
        title: string;
      };
      code: string;
      covered: {
        /** Format: uuid */
        callId: string;
        customer: string | null;
        recordingId: string | null;
        /** Format: date-time */
        startedAt: string;
      }[];
      /** Format: uuid */
      holdId: string;
      objectLock: {
        locked: number;
        objects: number;
      } | null;
      placed: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
      };
      reason: string;
      releaseAsked: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
        mine: boolean;
        reason: string;
      } | null;
      released: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
      } | null;
      rule: components['schemas']['HoldRule'] | null;
      /** @enum {string} */
      state: 'active' | 'release_asked' | 'released';
    };
    HoldList: {
      holds: components['schemas']['Hold'][];
    };
    HoldPreview: {
      calls: number;
      recordings: number;
      tooLate: number;
    };
    HoldRule: {
      clientIds?: string[];
      customer?: string;
      /** @enum {string} */
      direction?: 'inbound' | 'outbound' | 'internal';
      /** Format: date */
      from?: string;
      matterIds?: string[];
      personIds?: string[];
      teamIds?: string[];
      /** Format: date */
      to?: string;
    };
    HoldScope: {
      /** @default [] */
      callIds?: string[];
      /** @default [] */
      recordingIds?: string[];
      rule?: components['schemas']['HoldRule'];
    };
    HoldSpan: {
      fromMs: number;
      toMs: number;
    };
    ImportedChecklist: {
      checklistId: string;
      definition: components['schemas']['ChecklistDraft'];
      findings: components['schemas']['ChecklistFinding'][];
      replaces: {
        revision: number;
        /** Format: date-time */
        updatedAt: string;
        updatedBy: components['schemas']['Bilingual'];
      } | null;
      revision: number | null;
    };
    /** @enum {string} */
    InsufficientReason:
      | 'no_fact'
      | 'words_unreliable'
      | 'speakers_unknown'
      | 'speakers_unnamed'
      | 'one_side_missing'
      | 'too_few_words'
      | 'ambiguous'
      | 'language_unsupported'
      | 'language_mixed'
      | 'checks_disagree'
      | 'left_to_a_person';
    Invitation: {
      code: string;
      /** Format: date-time */
      expiresAt: string;
      username: string;
    };
    InvitationCheck: {
      code: string;
      username: string;
    };
    InvitationView: {
      /** Format: date-time */
      expiresAt: string;
      language: components['schemas']['Language'];
      name: {
        en: string;
        zh: string;
      };
      notice: components['schemas']['Notice'];
      username: string;
    };
    Invite: {
      language?: components['schemas']['Language'];
      username?: components['schemas']['Username'];
    };
    ItemResult: {
      checkId: string;
      confidence: number;
      evidence: components['schemas']['Evidence'][];
      explanation: components['schemas']['Bilingual'];
      itemId: string;
      outcome: components['schemas']['Outcome'];
      proposal?: components['schemas']['Proposal'];
      reason: components['schemas']['InsufficientReason'] | null;
      signs?: components['schemas']['Sign'][];
      source: components['schemas']['Source'];
      trace?: components['schemas']['TraceStep'][];
    };
    ItemWorth: {
      asked: number;
      conversations: number;
      met: {
        right: number;
        said: number;
      };
      notMet: {
        right: number;
        said: number;
      };
    };
    JournalChain: {
      head: {
        chainHash: string;
        position: number;
        /** Format: date-time */
        signedAt: string;
      } | null;
      headsFile: string;
      unsealed: number;
    };
    JournalChoices: {
      cases: {
        /** Format: uuid */
        caseId: string;
        reference: string;
        title: string;
      }[];
      people: {
        left: boolean;
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
        staffNumber: string;
      }[];
    };
    JournalPage: {
      entries: components['schemas']['JournalRow'][];
      nextCursor: string | null;
    };
    JournalRow: {
      actor: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      } | null;
      /** Format: date-time */
      at: string;
      callId: string | null;
      commitment: string;
      details: {
        [key: string]: unknown;
      } | null;
      /** Format: uuid */
      entryId: string;
      event: string;
      position: number | null;
      reference: string | null;
      signed: boolean;
      subject: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      } | null;
    };
    JudgedItem: {
      /** Format: date-time */
      at: string;
      by: components['schemas']['Bilingual'] | null;
      from: components['schemas']['Outcome'];
      note: string | null;
      reason: string | null;
    };
    Judges: {
      /** @default [] */
      appliesWhen: components['schemas']['ConditionDefinition'][];
      directions: components['schemas']['CallDirection'][];
      main: boolean;
    };
    KeepFor: {
      count: number;
      /** @enum {string} */
      unit: 'days' | 'months' | 'years';
    };
    /** @enum {string} */
    Language: 'zh' | 'en';
    LanguageBody: {
      language: components['schemas']['Language'];
    };
    /** @enum {string} */
    LanguageDoubt: 'too_little' | 'both' | 'neither' | 'cannot_tell';
    LanguageTold: {
      doubt: components['schemas']['LanguageDoubt'] | null;
      /** @enum {string} */
      from: 'sound' | 'words';
      language: components['schemas']['Language'] | null;
      share: number;
    };
    Leg: {
      agent: components['schemas']['AgentRef'];
      alertedAt: string | null;
      answeredAt: string | null;
      answeredOnRing: number | null;
      consulted: boolean | null;
      endedAt: string | null;
      hangupParty: ('agent' | 'customer' | 'system') | null;
      holdSpans: components['schemas']['HoldSpan'][];
      /** Format: uuid */
      legId: string;
      queue: string | null;
      queueSeconds: number | null;
      ringSeconds: number | null;
      transfer: ('none' | 'blind' | 'warm') | null;
    };
    /** @enum {string} */
    LegalAction: 'listen' | 'transcript' | 'evidence_export';
    LegalAnswer: {
      words: string;
    };
    LegalCase: {
      /** Format: uuid */
      caseId: string;
      closedAt: string | null;
      /** Format: date-time */
      openedAt: string;
      openedBy: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      reference: string;
      /** @enum {string} */
      state: 'open' | 'closed';
      title: string;
    };
    LegalCaseList: {
      items: components['schemas']['LegalCase'][];
    };
    LegalDecision: {
      decision: components['schemas']['LegalDecisionKind'];
      round: number;
      words?: string;
    };
    /** @enum {string} */
    LegalDecisionKind: 'approve' | 'reject' | 'ask_back';
    /** @enum {string} */
    LegalDecisionRefusal: 'no_permission' | 'not_waiting' | 'own_request' | 'own_call' | 'own_team' | 'decided_already';
    /** @enum {string} */
    LegalEventAction:
      | 'submitted'
      | 'approved_by_one'
      | 'approved'
      | 'rejected'
      | 'asked_back'
      | 'answered'
      | 'withdrawn'
      | 'expired'
      | 'revoked'
      | 'used_up'
      | 'opened'
      | 'reviewed';
    /** @enum {string} */
    LegalPurpose: 'quality' | 'dispute' | 'evidence' | 'compliance' | 'subject_access';
    LegalRequest: {
      action: components['schemas']['LegalAction'];
      approvals: {
        by: {
          /** Format: date-time */
          at: string;
          name: components['schemas']['Bilingual'];
          /** Format: uuid */
          personId: string;
        }[];
        needed: number;
      };
      breakGlass: boolean;
      code: string;
      confidential: boolean;
      /** Format: date-time */
      createdAt: string;
      decideBy: string | null;
      decideRefusal: components['schemas']['LegalDecisionRefusal'] | null;
      events: {
        action: components['schemas']['LegalEventAction'];
        /** Format: date-time */
        at: string;
        by: {
          name: components['schemas']['Bilingual'];
          /** Format: uuid */
          personId: string;
        } | null;
        words: string | null;
      }[];
      /** Format: date-time */
      expiresAt: string;
      filters: {
        [key: string]: string;
      };
      grant: components['schemas']['RequestGrant'] | null;
      legalCase: {
        /** Format: uuid */
        caseId: string;
        reference: string;
        title: string;
      } | null;
      mayDecide: boolean;
      mayReview: boolean;
      mayRevoke: boolean;
      mine: boolean;
      opening: {
        overdue: boolean;
        review: {
          /** Format: date-time */
          at: string;
          by: {
            name: components['schemas']['Bilingual'];
            /** Format: uuid */
            personId: string;
          };
          outcome: components['schemas']['BreakGlassOutcome'];
        } | null;
        /** Format: date-time */
        reviewBy: string;
      } | null;
      playsAllowed: number;
      purpose: components['schemas']['LegalPurpose'];
      reason: string;
      recordings: number;
      /** @enum {string} */
      rendition: 'masked' | 'original';
      requestedBy: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      /** Format: uuid */
      requestId: string;
      reviewRefusal: components['schemas']['LegalDecisionRefusal'] | null;
      round: number;
      state: components['schemas']['LegalRequestState'];
      /** Format: date-time */
      stateAt: string;
      submittedAt: string | null;
    };
    LegalRequestInput: {
      action: components['schemas']['LegalAction'];
      /** @default null */
      caseId?: string | null;
      /** @default false */
      confidential?: boolean;
      /** Format: date-time */
      expiresAt: string;
      filters: components['schemas']['WrittenFilters'];
      /** @default 10 */
      plays?: number;
      purpose: components['schemas']['LegalPurpose'];
      reason: string;
      /**
       * @default masked
       * @enum {string}
       */
      rendition?: 'masked' | 'original';
    };
    LegalRequestList: {
      items: components['schemas']['LegalRequestRow'][];
      nextCursor: string | null;
    };
    LegalRequestRow: {
      action: components['schemas']['LegalAction'];
      approvals: {
        by: {
          /** Format: date-time */
          at: string;
          name: components['schemas']['Bilingual'];
          /** Format: uuid */
          personId: string;
        }[];
        needed: number;
      };
      breakGlass: boolean;
      code: string;
      confidential: boolean;
      /** Format: date-time */
      createdAt: string;
      decideBy: string | null;
      decideRefusal: components['schemas']['LegalDecisionRefusal'] | null;
      /** Format: date-time */
      expiresAt: string;
      grant: components['schemas']['RequestGrant'] | null;
      legalCase: {
        /** Format: uuid */
        caseId: string;
        reference: string;
        title: string;
      } | null;
      mayDecide: boolean;
      mayReview: boolean;
      mine: boolean;
      opening: {
        overdue: boolean;
        review: {
          /** Format: date-time */
          at: string;
          by: {
            name: components['schemas']['Bilingual'];
            /** Format: uuid */
            personId: string;
          };
          outcome: components['schemas']['BreakGlassOutcome'];
        } | null;
        /** Format: date-time */
        reviewBy: string;
      } | null;
      playsAllowed: number;
      purpose: components['schemas']['LegalPurpose'];
      recordings: number;
      /** @enum {string} */
      rendition: 'masked' | 'original';
      requestedBy: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      /** Format: uuid */
      requestId: string;
      reviewRefusal: components['schemas']['LegalDecisionRefusal'] | null;
      state: components['schemas']['LegalRequestState'];
      /** Format: date-time */
      stateAt: string;
      submittedAt: string | null;
    };
    /** @enum {string} */
    LegalRequestState:
      | 'draft'
      | 'submitted'
      | 'asked_back'
      | 'answered'
      | 'approved'
      | 'rejected'
      | 'expired'
      | 'withdrawn'
      | 'opened'
      | 'reviewed';
    LineProblem: {
      line: number;
      words: components['schemas']['Bilingual'];
    };
    LoginRequest: {
      password: string;
      username: string;
    };
    Made: {
      /** Format: uuid */
      id: string;
    };
    Me: {
      /** Format: uuid */
      accountId: string;
      language: components['schemas']['Language'];
      name: components['schemas']['Bilingual'];
      pending: components['schemas']['PendingStep'] | null;
      pendingUntil: string | null;
      permissions: components['schemas']['Permission'][];
      /** Format: uuid */
      personId: string;
      roles: components['schemas']['Role'][];
      secondFactor: boolean;
      staffNumber: string;
      suspended: boolean;
      timeZone: string;
      username: string;
    };
    MeasuredAgreement: {
      agreed: number;
      high: number;
      low: number;
      n: number;
      target: number;
    };
    MeasuresOfCall: {
      recordings: {
        /** Format: uuid */
        legId: string;
        measures: components['schemas']['CallMeasures'] | null;
        /** Format: uuid */
        recordingId: string;
      }[];
    };
    ModelScorerView: {
      advice: components['schemas']['Bilingual'] | null;
      asked: {
        /** @enum {string} */
        by: 'checklist' | 'installation';
        itemId: string;
        title: components['schemas']['Bilingual'];
      }[];
      host: string | null;
      leastAnswers: number;
      model: string | null;
      /** @enum {string} */
      state: 'off' | 'on' | 'egress_not_allowed';
      target: number | null;
      worth: components['schemas']['ModelWorth'][];
    };
    ModelWorth: {
      agreed: number;
      counts: boolean;
      current: boolean;
      high: number;
      itemId: string;
      kappa: {
        high: number;
        kappa: number;
        low: number;
      } | null;
      language: components['schemas']['Language'];
      low: number;
      model: string;
      n: number;
      /** @enum {string} */
      outcome: 'met' | 'not_met' | 'not_applicable';
      served: string | null;
      target: number;
      title: components['schemas']['Bilingual'] | null;
    };
    NameInput: {
      en: string;
      zh: string;
    };
    NewBackTest: {
      /** @default 1000 */
      atMost?: number;
      checklistId: components['schemas']['ChecklistId'];
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      version: number | 'draft';
    };
    NewDataRequest: {
      kind: components['schemas']['AskedKind'];
      /** @default null */
      note?: string | null;
      reference: string;
      subject: components['schemas']['DataSubject'];
    };
    NewDraft: {
      checklistId: components['schemas']['ChecklistId'];
      /** @enum {string} */
      from: 'latest' | 'shipped' | 'empty';
    };
    NewExtension: {
      extension: string;
      /** Format: date-time */
      from: string;
      staffNumber: string;
      to: string | null;
    };
    NewHold: {
      /** @default [] */
      callIds?: string[];
      /** Format: uuid */
      caseId: string;
      reason: string;
      /** @default [] */
      recordingIds?: string[];
      rule?: components['schemas']['HoldRule'];
    };
    NewLegalCase: {
      reference: string;
      title: string;
    };
    NewName: {
      name: components['schemas']['NameInput'];
    };
    NewNotice: {
      basedOn: number;
      en: string;
      zh: string;
    };
    NewPerson: {
      /** @default null */
      email?: components['schemas']['Email'];
      name: components['schemas']['NameInput'];
      staffNumber: string;
      /** Format: uuid */
      teamId: string;
    };
    NewProposal: {
      clientId: string | null;
      /** Format: uuid */
      personId: string;
      role: components['schemas']['Role'];
      teamId: string | null;
    };
    NewRescore: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
    };
    NewReview: {
      answers: components['schemas']['ReviewAnswer'][];
      /** Format: uuid */
      basedOn: string;
      checklistId: components['schemas']['ChecklistId'];
      /** Format: uuid */
      legId: string;
    };
    NewToken: {
      /** @default null */
      addresses?: string[] | null;
      days: number;
      name: string;
      scopes: components['schemas']['TokenScope'][];
      /** @default null */
      teamIds?: string[] | null;
    };
    NewView: {
      filters: components['schemas']['WrittenFilters'];
      name: string;
      /** @default null */
      shareWithTeamId?: string | null;
    };
    Notice: {
      en: string;
      /** Format: date-time */
      publishedAt: string;
      version: number;
      zh: string;
    };
    NoticeState: {
      acknowledged: number;
      en: string;
      people: number;
      /** Format: date-time */
      publishedAt: string;
      version: number;
      zh: string;
    };
    Notification: {
      alarm: {
        kind: components['schemas']['AlarmKind'];
        subject: components['schemas']['AlarmSubject'];
      } | null;
      /** Format: date-time */
      at: string;
      callId: string | null;
      code: string | null;
      grantId: string | null;
      kind: components['schemas']['NotificationKind'];
      /** Format: uuid */
      notificationId: string;
      person: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      } | null;
      readAt: string | null;
      requestId: string | null;
    };
    /** @enum {string} */
    NotificationKind:
      | 'submitted'
      | 'agreed'
      | 'approved'
      | 'rejected'
      | 'asked_back'
      | 'answered'
      | 'withdrawn'
      | 'expired'
      | 'revoked'
      | 'used_up'
      | 'opened'
      | 'team_opened'
      | 'reviewed'
      | 'review_overdue'
      | 'grant_ending'
      | 'grant_ended'
      | 'grant_revoked'
      | 'alarm_raised'
      | 'alarm_cleared'
      | 'rights_suspended'
      | 'rights_wait'
      | 'rights_confirmed'
      | 'way_in_reset';
    NotificationList: {
      items: components['schemas']['Notification'][];
      nextCursor: string | null;
      unread: number;
    };
    NotificationsRead: {
      notificationIds?: string[];
    };
    OpenAccount: {
      code: string;
      notice: components['schemas']['Acknowledge'];
      password: string;
      username: string;
    };
    OpenGrant: {
      actions: ('listen' | 'transcript' | 'evidence_export' | 'read')[];
      code: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: uuid */
      grantId: string;
      person: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      } | null;
      plays: {
        allowed: number;
        used: number;
      } | null;
      purpose: components['schemas']['AccessPurpose'];
      recordings: number | null;
      /** @enum {string} */
      rendition: 'masked' | 'original';
      requestCode: string | null;
      requestId: string | null;
      right: components['schemas']['AccessRight'];
      role: components['schemas']['Role'] | null;
      scope: components['schemas']['GrantScope'] | null;
      state: components['schemas']['RequestGrantState'];
      /** Format: date-time */
      validFrom: string;
    };
    OpenGrantList: {
      grants: components['schemas']['OpenGrant'][];
    };
    OpenPlayRequest: {
      /** Format: uuid */
      grantId?: string;
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
    OutcomeMove: {
      from: components['schemas']['FiledOutcome'];
      legs: number;
      to: components['schemas']['Outcome'];
    };
    OwnedToken: {
      addresses: string[] | null;
      /** Format: date-time */
      createdAt: string;
      ending: string;
      /** Format: date-time */
      expiresAt: string;
      lastUsedAt: string | null;
      name: string;
      owner: {
        name: components['schemas']['Bilingual'];
        staffNumber: string;
        username: string;
      };
      scopes: components['schemas']['TokenScope'][];
      teams:
        | {
            name: components['schemas']['Bilingual'];
            /** Format: uuid */
            teamId: string;
          }[]
        | null;
      /** Format: uuid */
      tokenId: string;
    };
    Part: {
      detail: components['schemas']['Bilingual'];
      facts: {
        [key: string]: string | number | boolean | null;
      };
      ok: boolean;
      warning: components['schemas']['Bilingual'] | null;
    };
    PasswordChange: {
      current: string;
      next: string;
    };
    Peaks: {
      channels: number;
      data: number[][];
      durationMs: number;
      /** @constant */
      format: 'shouwen.peaks/1';
      masked?: {
        fromMs: number;
        toMs: number;
      }[];
      perSecond: number;
    };
    /** @enum {string} */
    PendingStep: 'second_factor' | 'recording_notice';
    PeopleList: {
      items: components['schemas']['PersonRow'][];
      nextCursor: string | null;
    };
    /** @enum {string} */
    Permission:
      | 'calls.ingest'
      | 'calls.read'
      | 'calls.export'
      | 'views.share'
      | 'calls.retry'
      | 'transcripts.read'
      | 'transcripts.correct'
      | 'transcripts.rehear'
      | 'scorecards.read'
      | 'scorecards.judge'
      | 'redaction.decide'
      | 'scorecards.rescore'
      | 'scorecards.backtest'
      | 'audio.play'
      | 'calls.journal.read'
      | 'calls.give_up'
      | 'calls.correct'
      | 'processing.read'
      | 'checklists.read'
      | 'checklists.edit'
      | 'checklists.publish'
      | 'company.manage'
      | 'people.manage'
      | 'roles.approve'
      | 'tokens.manage'
      | 'webhooks.manage'
      | 'commitments.read'
      | 'commitments.answer'
      | 'commitments.oversee'
      | 'redaction.manage'
      | 'journal.read'
      | 'legal.read'
      | 'legal.cases'
      | 'legal.request'
      | 'legal.break_glass'
      | 'legal.oversee'
      | 'legal.decide'
      | 'grants.read'
      | 'grants.propose'
      | 'grants.publish'
      | 'grants.revoke'
      | 'holds.read'
      | 'holds.place'
      | 'holds.release'
      | 'retention.read'
      | 'retention.manage'
      | 'retention.confirm_clock'
      | 'data_requests.read'
      | 'data_requests.manage'
      | 'data_requests.decide';
    PersonChange: {
      email?: components['schemas']['Email'];
      name: components['schemas']['NameInput'];
      /** Format: uuid */
      teamId: string;
    };
    PersonDetail: {
      account: {
        state: components['schemas']['AccountState'];
        username: string;
      } | null;
      assignments: {
        /** Format: uuid */
        assignmentId: string;
        client: {
          /** Format: uuid */
          clientId: string;
          name: components['schemas']['Bilingual'];
        } | null;
        role: components['schemas']['Role'];
        team: {
          name: components['schemas']['Bilingual'];
          /** Format: uuid */
          teamId: string;
        } | null;
      }[];
      client: {
        /** Format: uuid */
        clientId: string;
        name: components['schemas']['Bilingual'];
      };
      email: string | null;
      extensions: components['schemas']['ExtensionAssignment'][];
      invitation: {
        /** Format: date-time */
        expiresAt: string;
        wrongTries: number;
      } | null;
      language: components['schemas']['Language'] | null;
      left: boolean;
      name: components['schemas']['Bilingual'];
      notice: {
        /** Format: date-time */
        at: string;
        language: components['schemas']['Language'];
        version: number;
      } | null;
      /** Format: uuid */
      personId: string;
      proposals: components['schemas']['RoleProposal'][];
      roles: components['schemas']['Role'][];
      secondFactor: {
        /** Format: uuid */
        accountId: string;
        /** Format: date-time */
        since: string;
      } | null;
      staffNumber: string;
      suspended: boolean;
      suspension: components['schemas']['Suspension'] | null;
      team: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        teamId: string;
      };
    };
    PersonRow: {
      account: {
        state: components['schemas']['AccountState'];
        username: string;
      } | null;
      client: {
        /** Format: uuid */
        clientId: string;
        name: components['schemas']['Bilingual'];
      };
      left: boolean;
      name: components['schemas']['Bilingual'];
      /** Format: uuid */
      personId: string;
      roles: components['schemas']['Role'][];
      staffNumber: string;
      suspended: boolean;
      team: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        teamId: string;
      };
    };
    PhraseEntry: {
      name: string;
      phrases: {
        en: string[];
        zh: string[];
      };
      title: {
        en: string | null;
        zh: string | null;
      };
    };
    PhraseList: {
      entries: components['schemas']['PhraseEntry'][];
    };
    PlacedHold: {
      calls: number;
      code: string;
      /** Format: uuid */
      holdId: string;
      tooLate: string[];
    };
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
      sound: components['schemas']['HeardSound'];
    };
    Problem: {
      code: string;
      detail: components['schemas']['Bilingual'];
      /** @enum {string} */
      fault: 'caller' | 'ours' | 'vendor' | 'storage';
      fields?: {
        message: components['schemas']['Bilingual'];
        path: string;
      }[];
      ref: string;
      sentSha256?: string;
      status: number;
      storedSha256?: string;
      title: string;
      type: string;
    };
    ProcessingBoard: {
      /** Format: date-time */
      at: string;
      attention: {
        calls: number;
        language: components['schemas']['Language'] | null;
        mine: number;
        /** Format: date-time */
        oldestAt: string;
        reason: string;
        said: string | null;
      }[];
      hearing: {
        busiestHourMs: number;
        endsInSeconds: number;
        keepsUp: boolean;
        perHourMs: number;
        recordings: number;
        waitingMs: number;
      } | null;
      jobs: {
        doneLastHour: number;
        due: number;
        failed: number;
        job: string;
        oldestDueSeconds: number | null;
        retrying: number;
        running: number;
      }[];
      oldestDue: {
        job: string;
        seconds: number;
      } | null;
      parts: {
        backup: components['schemas']['Part'];
        database: components['schemas']['Part'];
        disk: components['schemas']['Part'];
        integrity: components['schemas']['Part'];
        journal: components['schemas']['Part'];
        keyCheck: components['schemas']['Part'];
        keyProvider: components['schemas']['Part'];
        keyStore: components['schemas']['Part'];
        mail: components['schemas']['Part'];
        objectCopy: components['schemas']['Part'];
        objectStore: components['schemas']['Part'];
        queue: components['schemas']['Part'];
        restoreDrill: components['schemas']['Part'];
      };
      schedules: components['schemas']['ScheduleView'][];
      stages: {
        calls: number;
        stage: components['schemas']['CallStage'];
      }[];
      storage: {
        bytes: number;
        kind: string;
        objects: number;
      }[];
      workers: components['schemas']['Worker'][];
    };
    ProfileChange: {
      profile: components['schemas']['CompanyProfileInput'];
      version: number;
    };
    Proposal:
      | {
          checked: boolean;
          evidence: components['schemas']['Evidence'][];
          model: string;
          /** @enum {string} */
          outcome: 'met' | 'not_met' | 'not_applicable';
          promptVersion: number;
          questionKey: string;
          served: string | null;
          /** @constant */
          state: 'proposed';
        }
      | {
          agreement: components['schemas']['MeasuredAgreement'];
          evidence: components['schemas']['Evidence'][];
          model: string;
          /** @enum {string} */
          outcome: 'met' | 'not_met' | 'not_applicable';
          promptVersion: number;
          questionKey: string;
          served: string | null;
          /** @constant */
          state: 'counted';
        }
      | {
          model: string;
          /** @constant */
          state: 'none';
          /** @enum {string} */
          why:
            | 'timeout'
            | 'busy'
            | 'unreachable'
            | 'request_refused'
            | 'refused'
            | 'garbage'
            | 'over_long'
            | 'unfounded'
            | 'over_budget'
            | 'words_too_long'
            | 'words_address_judge'
            | 'undecided';
        };
    ProposalList: {
      items: components['schemas']['RoleProposal'][];
      nextCursor: string | null;
    };
    ProposalLook: {
      checklistId: components['schemas']['ChecklistId'];
      itemId: string;
      /** Format: uuid */
      legId: string;
    };
    /** @enum {string} */
    ProposalState: 'waiting' | 'approved' | 'refused' | 'withdrawn';
    ProposalView:
      | {
          model: string;
          /** @constant */
          state: 'hidden';
        }
      | {
          model: string;
          /** @constant */
          state: 'none';
          /** @enum {string} */
          why:
            | 'timeout'
            | 'busy'
            | 'unreachable'
            | 'request_refused'
            | 'refused'
            | 'garbage'
            | 'over_long'
            | 'unfounded'
            | 'over_budget'
            | 'words_too_long'
            | 'words_address_judge'
            | 'undecided';
        }
      | {
          checked: boolean;
          evidence: {
            at: components['schemas']['Evidence'];
            quote: string | null;
          }[];
          model: string;
          /** @enum {string} */
          outcome: 'met' | 'not_met' | 'not_applicable';
          served: string | null;
          /** @constant */
          state: 'proposed';
        }
      | {
          agreement: components['schemas']['MeasuredAgreement'];
          evidence: {
            at: components['schemas']['Evidence'];
            quote: string | null;
          }[];
          model: string;
          /** @enum {string} */
          outcome: 'met' | 'not_met' | 'not_applicable';
          served: string | null;
          /** @constant */
          state: 'counted';
        };
    PublishDraft: {
      reason: string;
      revision: number;
    };
    PublishedDraft: {
      checklistId: string;
      version: number;
    };
    PublishedReview: {
      after: {
        coverage: number;
        maxPoints: number | null;
        points: number | null;
      };
      answers: number;
      before: {
        coverage: number;
        maxPoints: number | null;
        points: number | null;
      } | null;
      changed: number;
      /** Format: uuid */
      scorecardId: string;
    };
    QuietHours: {
      from: components['schemas']['ClockTime'];
      region: string;
      timeZone: string;
      to: components['schemas']['ClockTime'];
    };
    Rate: {
      high: number;
      low: number;
      n: number;
      of: number;
    };
    Reach: {
      client: {
        /** Format: uuid */
        clientId: string;
        name: components['schemas']['Bilingual'];
      } | null;
      team: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        teamId: string;
      } | null;
    };
    ReadingRequest: {
      /** Format: uuid */
      grantId: string;
    };
    Recording: {
      agentChannel: ('left' | 'right') | null;
      bytes: number;
      certificate: string | null;
      channels: number;
      codec: string;
      custody: components['schemas']['Custody'];
      damaged: boolean;
      durationMs: number;
      held: boolean;
      incomplete: boolean;
      keptSha256: string;
      keyCopies: number;
      /** Format: uuid */
      recordingId: string;
      restricted: boolean;
      sampleRate: number;
      sealedAt: string | null;
      sha256: string;
      shutFor: ('person' | 'rules') | null;
      soundChecks: components['schemas']['SoundChecks'] | null;
      speakers: components['schemas']['SpeakerRoles'] | null;
      transcriptVersion: number | null;
      wordsRefusal: components['schemas']['WordsRefusal'] | null;
    };
    RecoveryCodes: {
      codes: string[];
    };
    RedactionChange: {
      policy: components['schemas']['RedactionPolicy'];
      version: number;
    };
    RedactionDecision: {
      /** @enum {string} */
      decision: 'agreed' | 'refused';
      version: number;
    };
    /** @enum {string} */
    RedactionMode: 'mask' | 'highlight';
    RedactionPolicy: {
      kinds: components['schemas']['SensitiveKind'][];
      mode: components['schemas']['RedactionMode'];
      /** @enum {string} */
      unchecked: 'listen' | 'refuse';
    };
    RedactionView: {
      policy: components['schemas']['RedactionPolicy'];
      version: number;
      waiting: {
        mine: boolean;
        policy: components['schemas']['RedactionPolicy'];
        /** Format: date-time */
        proposedAt: string;
        proposedBy: components['schemas']['Bilingual'] | null;
        version: number;
      } | null;
    };
    Rehearing: {
      failed: number;
      heard: {
        changed: number;
        recordings: number;
        words: number;
      };
      items: {
        itemId: string;
        moves: components['schemas']['OutcomeMove'][];
        title: components['schemas']['Bilingual'];
      }[];
      run: components['schemas']['Run'];
    };
    ReleaseDecision: {
      /** @enum {string} */
      decision: 'agreed' | 'refused';
    };
    ReleaseExtension: {
      /** Format: date-time */
      at: string;
    };
    ReleaseRequest: {
      reason: string;
    };
    /** @enum {string} */
    Rendition: 'masked' | 'original';
    RequestedRecording: {
      agent: components['schemas']['AgentRef'];
      /** Format: uuid */
      callId: string;
      durationMs: number | null;
      /** Format: uuid */
      recordingId: string;
      /** Format: date-time */
      startedAt: string;
    };
    RequestedRecordingList: {
      items: components['schemas']['RequestedRecording'][];
    };
    RequestGrant: {
      code: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: uuid */
      grantId: string;
      playsAllowed: number;
      playsUsed: number;
      state: components['schemas']['RequestGrantState'];
      /** Format: date-time */
      validFrom: string;
    };
    /** @enum {string} */
    RequestGrantState: 'active' | 'used_up' | 'expired' | 'revoked' | 'suspended';
    RequestPreview: {
      calls: number;
      items: components['schemas']['RequestedRecording'][];
      recordings: number;
      tooMany: boolean;
    };
    RequestPreviewRequest: {
      filters: components['schemas']['WrittenFilters'];
    };
    RetentionCondition: {
      /** Format: uuid */
      clientId?: string;
      /** @enum {string} */
      direction?: 'inbound' | 'outbound' | 'internal';
      outcome?: components['schemas']['CallWord'];
      purpose?: components['schemas']['CallWord'];
      queue?: string;
    };
    RetentionSchedule: {
      default: components['schemas']['KeepFor'];
      graceDays: number;
      rules: {
        keep: components['schemas']['KeepFor'];
        when: components['schemas']['RetentionCondition'];
      }[];
    };
    RetentionSimulation: {
      byMonth: {
        after: number;
        before: number;
        month: string;
      }[];
      dueNow: number;
      earlier: number;
      examples: {
        earlier: {
          /** Format: date */
          after: string;
          before: string | null;
          /** Format: uuid */
          callId: string;
          /** Format: date */
          day: string;
          recordings: number;
          rule: number | null;
        }[];
        later: {
          /** Format: date */
          after: string;
          before: string | null;
          /** Format: uuid */
          callId: string;
          /** Format: date */
          day: string;
          recordings: number;
          rule: number | null;
        }[];
      };
      held: number;
      later: number;
      recordings: number;
      same: number;
    };
    RetentionView: {
      clients: {
        /** Format: uuid */
        clientId: string;
        name: components['schemas']['Bilingual'];
      }[];
      current: components['schemas']['ScheduleVersion'] | null;
      history: components['schemas']['ScheduleVersion'][];
      stopped: {
        asked: {
          /** Format: date-time */
          at: string;
          by: components['schemas']['Bilingual'] | null;
          mine: boolean;
        } | null;
        /** Format: date-time */
        at: string;
        jumped: components['schemas']['ClockJump'];
        seconds: number;
      } | null;
      waiting: {
        decided: {
          /** Format: date-time */
          at: string;
          by: components['schemas']['Bilingual'] | null;
        } | null;
        mine: boolean;
        proposed: {
          /** Format: date-time */
          at: string;
          by: components['schemas']['Bilingual'] | null;
        };
        reason: string;
        schedule: components['schemas']['RetentionSchedule'];
        version: number;
      } | null;
    };
    RetireChecklist: {
      reason: string;
      version: number;
    };
    ReviewAnswer: {
      itemId: string;
      note?: string;
      outcome: components['schemas']['Outcome'];
      /** @default [] */
      places?: components['schemas']['WordsPlace'][];
      reason?: components['schemas']['ChangeReason'];
    };
    ReviewEffect: {
      after: {
        coverage: number;
        maxPoints: number | null;
        points: number | null;
      };
      answers: number;
      before: {
        coverage: number;
        maxPoints: number | null;
        points: number | null;
      } | null;
      changed: number;
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
    RoleProposal: {
      decidedAt: string | null;
      decidedBy: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      } | null;
      mayDecide: boolean;
      person: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
        staffNumber: string;
      };
      /** Format: uuid */
      proposalId: string;
      /** Format: date-time */
      proposedAt: string;
      proposedBy: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      reach: components['schemas']['Reach'];
      reason: string | null;
      role: components['schemas']['Role'];
      state: components['schemas']['ProposalState'];
    };
    Run: {
      /** Format: date-time */
      askedAt: string;
      askedBy: components['schemas']['Bilingual'];
      checklist: {
        id: string;
        title: components['schemas']['Bilingual'];
        version: number | null;
      } | null;
      done: number;
      endedAt: string | null;
      failure: string | null;
      filed: number;
      /** Format: date */
      from: string;
      kind: components['schemas']['RunKind'];
      leftOut: number;
      /** Format: uuid */
      runId: string;
      startedAt: string | null;
      state: components['schemas']['RunState'];
      /** Format: date */
      to: string;
      total: number;
    };
    RunId: {
      /** Format: uuid */
      runId: string;
    };
    /** @enum {string} */
    RunKind: 'back_test' | 'rescore' | 'rehear';
    RunList: {
      runs: components['schemas']['Run'][];
    };
    /** @enum {string} */
    RunState: 'waiting' | 'running' | 'finished' | 'cancelled' | 'failed';
    SavedView: {
      by: components['schemas']['Bilingual'] | null;
      filters: {
        [key: string]: string;
      };
      isDefault: boolean;
      mine: boolean;
      name: string;
      sharedWith: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        teamId: string;
      } | null;
      /** Format: uuid */
      viewId: string;
    };
    SavedViewList: {
      mayShareWith: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        teamId: string;
      }[];
      views: components['schemas']['SavedView'][];
    };
    ScheduleDecision: {
      /** @enum {string} */
      decision: 'agreed' | 'refused';
      version: number;
    };
    /** @enum {string} */
    ScheduleHealth: 'off' | 'waiting' | 'well' | 'late' | 'failing';
    /** @enum {string} */
    ScheduleName:
      | 'close-idle-plays'
      | 'sweep-abandoned-writes'
      | 'sweep-sign-ins'
      | 'index-older-words'
      | 'mask-older-recordings'
      | 'open-due-webhooks'
      | 'tell-due-promises'
      | 'copy-objects'
      | 'check-objects'
      | 'back-up-database'
      | 'try-restoring'
      | 'check-keys'
      | 'cover-held-calls'
      | 'lock-held-objects'
      | 'expire-legal-requests'
      | 'tell-overdue-reviews'
      | 'open-due-exports'
      | 'destroy-ended-exports'
      | 'retention'
      | 'find-restored-recordings'
      | 'tell-ending-grants'
      | 'open-due-mail'
      | 'forget-old-notifications'
      | 'fold-tallies'
      | 'move-postings'
      | 'carry-heads'
      | 'forget-old-webhooks'
      | 'watch-schedules'
      | 'watch-disks'
      | 'watch-keys';
    ScheduleProposal: {
      from: number;
      reason: string;
      schedule: components['schemas']['RetentionSchedule'];
    };
    ScheduleVersion: {
      decided: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
      } | null;
      proposed: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'] | null;
      };
      reason: string;
      schedule: components['schemas']['RetentionSchedule'];
      version: number;
    };
    ScheduleView: {
      everySeconds: number;
      failures: number;
      health: components['schemas']['ScheduleHealth'];
      lastCount: number | null;
      lastFailureAt: string | null;
      lastFailureCode: string | null;
      lastSuccessAt: string | null;
      lastTookMs: number | null;
      lateAfterSeconds: number;
      ledBy: string | null;
      name: components['schemas']['ScheduleName'];
      nextDueAt: string | null;
      running: boolean;
      startedAt: string | null;
    };
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
      judged: components['schemas']['JudgedItem'] | null;
      outcome: components['schemas']['Outcome'];
      points: number | null;
      proposal: components['schemas']['ProposalView'] | null;
      reason: components['schemas']['InsufficientReason'] | null;
      sectionId: string;
      signs: {
        evidence: {
          at: components['schemas']['Evidence'];
          quote: string | null;
        }[];
        name: components['schemas']['SignName'];
      }[];
      source: components['schemas']['Source'];
      title: components['schemas']['Bilingual'];
      trace?: components['schemas']['TraceStep'][];
      weight: number;
      worth: components['schemas']['ItemWorth'] | null;
    };
    ScorecardList: {
      scorecards: components['schemas']['ScorecardView'][];
    };
    ScorecardView: {
      /** @enum {string} */
      author: 'automatic' | 'review' | 'dispute';
      basedOn: string | null;
      by: components['schemas']['Bilingual'] | null;
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
      main: boolean;
      maxPoints: number | null;
      outcomes: components['schemas']['OutcomeCounts'];
      points: number | null;
      rescored: boolean;
      /** Format: uuid */
      scorecardId: string;
      sections: {
        id: string;
        maxPoints: number | null;
        points: number | null;
        title: components['schemas']['Bilingual'];
      }[];
      /** @enum {string} */
      standing: 'decision' | 'review' | 'automatic' | 'draft' | 'not_trusted' | 'outranked' | 'newer';
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
    SecondFactorCode: string;
    SecondFactorRequest: {
      code: components['schemas']['SecondFactorCode'];
    };
    /** @enum {string} */
    SensitiveKind:
      'identity_card' | 'bank_card' | 'card_code' | 'telephone' | 'passport' | 'email' | 'address' | 'other_number';
    SentCall: {
      /** Format: uuid */
      callId: string;
      progress: number | null;
      stage: components['schemas']['CallStage'];
      /** Format: date-time */
      stageAt: string;
      stageReason: string | null;
    };
    SentCallList: {
      calls: components['schemas']['SentCall'][];
    };
    SessionList: {
      items: components['schemas']['SessionRow'][];
    };
    SessionRow: {
      address: string | null;
      browser: components['schemas']['BrowserName'] | null;
      current: boolean;
      /** Format: date-time */
      lastSeenAt: string;
      /** Format: uuid */
      sessionId: string;
      /** Format: date-time */
      startedAt: string;
      system: components['schemas']['SystemName'] | null;
    };
    /** @enum {string} */
    Side: 'agent' | 'customer';
    SideMeasures: {
      interruptions: components['schemas']['Span'][];
      rate: components['schemas']['SpeakingRate'] | null;
      speechMs: number;
      talkShare: number | null;
    };
    /** @enum {string} */
    SidesUnknown: 'mono' | 'unassigned' | 'same_channels' | 'one_way';
    Sign: {
      evidence: components['schemas']['Evidence'][];
      name: components['schemas']['SignName'];
    };
    SignedCertificate: {
      document: {
        [key: string]: unknown;
      };
      publicKey: string;
      signature: string;
    };
    /** @enum {string} */
    SignName: 'sent_elsewhere';
    SoundChecks: {
      channels: components['schemas']['ChannelSound'][];
      findings: {
        channel: number | null;
        finding: components['schemas']['SoundFinding'];
      }[];
    };
    /** @enum {string} */
    SoundFinding: 'silent' | 'one_way' | 'same_channels' | 'clipped' | 'very_quiet';
    /** @enum {string} */
    Source: 'fact' | 'rule' | 'model' | 'human';
    Span: {
      fromMs: number;
      toMs: number;
    };
    /** @enum {string} */
    Speaker: 'agent' | 'customer' | 'unknown';
    /** @enum {string} */
    SpeakerRole: 'agent' | 'customer' | 'other';
    SpeakerRoles: (components['schemas']['SpeakerRole'] | null)[];
    SpeakersRequest: {
      /** Format: uuid */
      recordingId: string;
      roles: components['schemas']['SpeakerRole'][];
    };
    SpeakingRate: {
      perMinute: number;
      /** @enum {string} */
      unit: 'characters' | 'words';
    };
    /** @enum {string} */
    SpokenLanguage: 'zh' | 'en' | 'unknown';
    StaffPreview: {
      counts: {
        accounts: number;
        changed: number;
        error: number;
        new: number;
        proposals: number;
        unchanged: number;
      };
      encoding: components['schemas']['Encoding'];
      moreProblems: number;
      moreRows: number;
      plan: string | null;
      problems: components['schemas']['LineProblem'][];
      rows: {
        changes: ('name' | 'team' | 'account' | 'language' | 'roles' | 'email')[];
        line: number;
        result: components['schemas']['StaffRowResult'];
        staffNumber: string;
      }[];
    };
    /** @enum {string} */
    StaffRowResult: 'new' | 'changed' | 'unchanged' | 'error';
    StandingGrant: {
      actions: components['schemas']['GrantAction'][];
      client: components['schemas']['Bilingual'] | null;
      code: string;
      /** Format: date-time */
      expiresAt: string;
      /** Format: uuid */
      grantId: string;
      mayRevoke: boolean;
      proposed: {
        by: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      published: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      purpose: components['schemas']['GrantPurpose'];
      reason: string | null;
      rendition: components['schemas']['Rendition'];
      revoked: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
        reason: string;
      } | null;
      role: components['schemas']['GrantedRole'];
      scope: components['schemas']['GrantScope'];
      state: components['schemas']['StandingGrantState'];
      team: components['schemas']['Bilingual'] | null;
      use: {
        lastAt: string | null;
        people: number;
        plays: number;
        readings: number;
      };
    };
    StandingGrantDecision: {
      /** @enum {string} */
      decision: 'publish' | 'refuse';
      reason?: string;
    };
    StandingGrantList: {
      choices: {
        clients: {
          /** Format: uuid */
          clientId: string;
          name: components['schemas']['Bilingual'];
        }[];
        company: boolean;
        teams: {
          client: components['schemas']['Bilingual'];
          name: components['schemas']['Bilingual'];
          /** Format: uuid */
          teamId: string;
        }[];
      };
      grants: components['schemas']['StandingGrant'][];
      waiting: components['schemas']['StandingGrantWaiting'][];
      without: components['schemas']['GrantedRole'][];
    };
    StandingGrantProposal: {
      actions: components['schemas']['GrantAction'][];
      /** @default null */
      clientId?: string | null;
      /** Format: date-time */
      expiresAt: string;
      purpose: components['schemas']['GrantPurpose'];
      reason: string;
      rendition: components['schemas']['Rendition'];
      role: components['schemas']['GrantedRole'];
      scope: components['schemas']['GrantScope'];
      /** @default null */
      teamId?: string | null;
    };
    StandingGrantRevocation: {
      reason: string;
    };
    /** @enum {string} */
    StandingGrantState: 'live' | 'ending' | 'expired' | 'revoked';
    StandingGrantWaiting: {
      actions: components['schemas']['GrantAction'][];
      client: components['schemas']['Bilingual'] | null;
      /** Format: date-time */
      expiresAt: string;
      mayPublish: boolean;
      mine: boolean;
      /** Format: uuid */
      proposalId: string;
      proposed: {
        /** Format: date-time */
        at: string;
        by: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      purpose: components['schemas']['GrantPurpose'];
      reason: string | null;
      rendition: components['schemas']['Rendition'];
      role: components['schemas']['GrantedRole'];
      scope: components['schemas']['GrantScope'];
      team: components['schemas']['Bilingual'] | null;
    };
    StepUpRequest: {
      code?: components['schemas']['SecondFactorCode'];
      password?: string;
    };
    Suspension: {
      /** Format: date-time */
      at: string;
      cause: components['schemas']['SuspensionCause'];
      causedBy: components['schemas']['Bilingual'] | null;
      mayConfirm: boolean;
      person: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
        staffNumber: string;
      };
    };
    /** @enum {string} */
    SuspensionCause: 'invited_again' | 'second_factor_removed' | 'way_in_reset';
    SuspensionList: {
      items: components['schemas']['Suspension'][];
    };
    /** @enum {string} */
    SystemName: 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';
    TalkOver: {
      fromMs: number;
      startedBy: components['schemas']['Side'] | null;
      toMs: number;
    };
    TeamChange: {
      /** Format: uuid */
      clientId: string;
      name: components['schemas']['NameInput'];
    };
    TeamView: {
      closed: boolean;
      name: components['schemas']['Bilingual'];
      people: number;
      /** Format: uuid */
      teamId: string;
    };
    TokenList: {
      items: components['schemas']['TokenRow'][];
      scopes: components['schemas']['TokenScope'][];
      teams: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        teamId: string;
      }[];
    };
    TokenRow: {
      addresses: string[] | null;
      /** Format: date-time */
      createdAt: string;
      ending: string;
      /** Format: date-time */
      expiresAt: string;
      lastUsedAt: string | null;
      name: string;
      scopes: components['schemas']['TokenScope'][];
      teams:
        | {
            name: components['schemas']['Bilingual'];
            /** Format: uuid */
            teamId: string;
          }[]
        | null;
      /** Format: uuid */
      tokenId: string;
    };
    /** @enum {string} */
    TokenScope:
      | 'calls.ingest'
      | 'calls.read'
      | 'calls.retry'
      | 'calls.give_up'
      | 'calls.correct'
      | 'calls.journal.read'
      | 'transcripts.read'
      | 'scorecards.read'
      | 'processing.read';
    TraceStep: {
      confidence: number;
      depth: number;
      evidence: components['schemas']['Evidence'][];
      explanation: components['schemas']['Bilingual'];
      holds: boolean | null;
      name: string;
      outcome: components['schemas']['Outcome'] | null;
      /** @enum {string} */
      step: 'condition' | 'check' | 'calibration';
    };
    Transcript: {
      channels: number;
      /** @enum {string} */
      doubted?: 'left' | 'right';
      durationMs: number;
      engine: {
        /** @enum {string} */
        detector?: 'silero-vad' | 'energy';
        model: string;
        name: string;
        version: string;
      };
      fellBackFrom?: {
        engine: string;
        reason: string;
        said?: string;
      }[];
      /** @constant */
      format: 'shouwen.transcript/1';
      heardLanguage?: string;
      language: components['schemas']['Language'];
      /** @constant */
      named?: 'person';
      turns: components['schemas']['Turn'][];
      unreliable: components['schemas']['UnreliableReason'][];
      voices?: components['schemas']['Voices'];
    };
    TranscriptView: {
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      recordingId: string;
      redaction: {
        /** @enum {string} */
        mode: 'mask' | 'highlight' | 'original';
        spans: {
          certainty: components['schemas']['Certainty'];
          fromChar: number;
          fromMs: number;
          hidden: boolean;
          kind: components['schemas']['SensitiveKind'];
          toChar: number;
          toMs: number;
          turn: number;
        }[];
      };
      transcript: components['schemas']['Transcript'];
      /** Format: uuid */
      transcriptId: string;
      version: number;
    };
    Turn: {
      fromMs: number;
      index: number;
      label?: string;
      language?: components['schemas']['Language'];
      /** @constant */
      other?: true;
      speaker: components['schemas']['Speaker'];
      text: string;
      toMs: number;
      words: components['schemas']['Word'][];
    };
    /** @enum {string} */
    UnreliableReason: 'sample_rate_below_engine' | 'low_confidence' | 'speech_without_words' | 'other_language_heard';
    UnusualFinding: {
      examples: {
        /** Format: date-time */
        at: string;
        /** Format: uuid */
        callId: string;
      }[];
      figures: {
        [key: string]: number;
      };
      of: number;
      person: {
        name: components['schemas']['Bilingual'];
        /** Format: uuid */
        personId: string;
      };
      plays: number;
      rule: components['schemas']['UnusualRule'];
    };
    /** @enum {string} */
    UnusualRule: 'outside_hours' | 'far_more' | 'same_recording' | 'before_end' | 'break_glass' | 'own_team';
    UnusualView: {
      earlierPlays: number;
      findings: components['schemas']['UnusualFinding'][];
      /** Format: date */
      from: string;
      notCompared: number;
      people: number;
      plays: number;
      /** Format: date */
      to: string;
    };
    UploadLeg: {
      /** Format: date-time */
      alertedAt?: string;
      /** Format: date-time */
      answeredAt?: string;
      consulted?: boolean;
      /** Format: date-time */
      endedAt?: string;
      extension?: string;
      /** @enum {string} */
      hangupParty?: 'agent' | 'customer' | 'system';
      /** @default [] */
      holdSpans?: components['schemas']['HoldSpan'][];
      queue?: string;
      queueSeconds?: number;
      staffNumber?: string;
      /** @enum {string} */
      transfer?: 'none' | 'blind' | 'warm';
    };
    UploadMetadata: {
      /** @enum {string} */
      agentChannel?: 'left' | 'right';
      /**
       * @default business
       * @enum {string}
       */
      classification?: 'business' | 'private';
      consent: components['schemas']['ConsentStatement'];
      /** @default {} */
      customer?: {
        name?: string;
        number?: string;
      };
      /** @enum {string} */
      direction: 'inbound' | 'outbound' | 'internal';
      externalId: string;
      language?: components['schemas']['SpokenLanguage'];
      legs: components['schemas']['UploadLeg'][];
      matter?: {
        externalId: string;
        title: string;
      };
      outcome?: string;
      purpose?: string;
      recordingExternalId?: string;
      region: string;
      source: string;
      speakers?: {
        [key: string]: components['schemas']['SpeakerRole'];
      };
      /** Format: date-time */
      startedAt: string;
    };
    UploadResult: {
      /** Format: uuid */
      callId: string;
      duplicate: boolean;
      durationMs: number | null;
      incomplete: boolean;
      recordingId: string | null;
      resent: {
        applied: string[];
        fields: string[];
        route: string | null;
      } | null;
      sha256: string | null;
      stage: components['schemas']['CallStage'];
      stageReason: string | null;
      words: components['schemas']['WordsSent'] | null;
    };
    Username: string;
    ViewChange: {
      filters?: components['schemas']['WrittenFilters'];
      name?: string;
      shareWithTeamId?: string | null;
    };
    ViewId: {
      /** Format: uuid */
      viewId: string;
    };
    /** @enum {string} */
    Voices: 'told_apart' | 'alike' | 'too_few_times' | 'too_long' | 'not_installed' | 'failed';
    WaitingList: {
      items: components['schemas']['WaitingRow'][];
      nextCursor: string | null;
      total: number;
    };
    WaitingRow: {
      agent: components['schemas']['AgentRef'];
      atMs: number | null;
      /** Format: uuid */
      callId: string;
      checklist: {
        id: string;
        title: components['schemas']['Bilingual'];
      };
      claim: {
        by: components['schemas']['Bilingual'];
        mine: boolean;
        /** Format: date-time */
        until: string;
      } | null;
      customer: string | null;
      itemId: string;
      language: components['schemas']['Language'];
      leg: number;
      /** Format: uuid */
      legId: string;
      matter: string | null;
      reason: components['schemas']['InsufficientReason'];
      /** Format: date-time */
      startedAt: string;
      title: components['schemas']['Bilingual'];
      /** Format: uuid */
      waitingId: string;
      /** Format: date-time */
      waitsSince: string;
    };
    WebhookAttempt: {
      answerBytes: number | null;
      answerSha256: string | null;
      /** Format: date-time */
      at: string;
      durationMs: number;
      outcome: components['schemas']['WebhookOutcome'];
      status: number | null;
    };
    WebhookDelivery: {
      /** Format: date-time */
      at: string;
      attempts: components['schemas']['WebhookAttempt'][];
      callId: string | null;
      /** Format: uuid */
      deliveryId: string;
      nextTryAt: string | null;
      state: components['schemas']['WebhookDeliveryState'];
      triesLeft: number;
      type: string;
    };
    WebhookDeliveryList: {
      items: components['schemas']['WebhookDelivery'][];
      nextCursor: string | null;
    };
    /** @enum {string} */
    WebhookDeliveryState: 'waiting' | 'delivered' | 'failed';
    WebhookEndpoint: {
      clientId: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      endpointId: string;
      events: components['schemas']['WebhookEvent'][];
      failed: number;
      failingSince: string | null;
      lastDeliveredAt: string | null;
      name: string;
      oldSecretUntil: string | null;
      pauseReason: components['schemas']['WebhookPauseReason'] | null;
      /** @enum {string} */
      state: 'active' | 'paused';
      teamId: string | null;
      url: string;
      waiting: number;
    };
    WebhookEndpointInput: {
      /** @default null */
      clientId?: string | null;
      events: components['schemas']['WebhookEvent'][];
      name: string;
      /** @default null */
      teamId?: string | null;
      url: string;
    };
    /** @enum {string} */
    WebhookEvent:
      | 'call.known'
      | 'call.not_recorded'
      | 'recording.captured'
      | 'recording.sealed'
      | 'transcript.ready'
      | 'call.needs_attention'
      | 'call.retried'
      | 'call.given_up'
      | 'checklist.scored'
      | 'scorecard.counted'
      | 'commitment.overdue';
    WebhookList: {
      allowedRanges: string[];
      clients: {
        /** Format: uuid */
        id: string;
        name: components['schemas']['Bilingual'];
      }[];
      endpoints: components['schemas']['WebhookEndpoint'][];
      teams: {
        /** Format: uuid */
        id: string;
        name: components['schemas']['Bilingual'];
      }[];
    };
    /** @enum {string} */
    WebhookOutcome:
      | 'accepted'
      | 'refused_status'
      | 'redirected'
      | 'gone'
      | 'timed_out'
      | 'not_resolved'
      | 'address_refused'
      | 'connection_failed'
      | 'tls_failed';
    /** @enum {string} */
    WebhookPauseReason: 'by_person' | 'gone' | 'failing';
    WebhookPing: {
      /** Format: uuid */
      deliveryId: string;
    };
    WebhookQueued: {
      more: boolean;
      queued: number;
    };
    WebhookReplayRequest: {
      /** Format: date-time */
      since: string;
    };
    WebhookSecret: {
      /** Format: uuid */
      endpointId: string;
      secret: string;
    };
    Word: {
      confidence: number | null;
      /** @constant */
      estimated?: true;
      fromChar: number;
      fromMs: number;
      text: string;
      toChar: number;
      toMs: number;
    };
    WordMatch: {
      fromMs: number;
      marks: {
        from: number;
        to: number;
      }[];
      speaker: components['schemas']['Speaker'];
      text: string;
      turn: number;
    };
    WordsCorrection: {
      /** Format: uuid */
      recordingId: string;
      /** Format: uuid */
      transcriptId: string;
      turns: {
        text: string;
        turn: number;
      }[];
    };
    WordSearchResult: {
      call: components['schemas']['CallRow'];
      leg: number;
      /** Format: uuid */
      legId: string;
      matches: components['schemas']['WordMatch'][];
      /** Format: uuid */
      transcriptId: string;
      turns: number;
    };
    WordSearchResults: {
      indexing: boolean;
      items: components['schemas']['WordSearchResult'][];
      nextCursor: string | null;
    };
    /** @enum {string} */
    WordsOrigin: 'heard' | 'corrected';
    WordsPlace: {
      fromChar: number;
      toChar: number;
      turn: number;
    };
    WordsPosition: {
      byte?: number;
      /** @enum {string} */
      channel?: 'left' | 'right';
      line?: number;
      path?: string;
      turn?: number;
    };
    WordsRefusal: {
      at: components['schemas']['WordsPosition'];
      code: components['schemas']['WordsRefusalCode'];
    };
    /** @enum {string} */
    WordsRefusalCode:
      | 'too_large'
      | 'empty'
      | 'not_utf8'
      | 'unknown_format'
      | 'invalid_json'
      | 'invalid_shape'
      | 'invalid_time'
      | 'time_runs_backwards'
      | 'time_beyond_recording'
      | 'overlapping_turns'
      | 'too_many_turns'
      | 'turn_too_long'
      | 'too_many_speakers'
      | 'language_mismatch';
    WordsSent:
      | {
          ask: boolean;
          format: string;
          speakers: {
            label: string;
            role: components['schemas']['SpeakerRole'] | null;
            seconds: number;
            turns: number;
          }[];
          turns: number;
          /** @constant */
          usable: true;
        }
      | {
          at: components['schemas']['WordsPosition'];
          code: components['schemas']['WordsRefusalCode'];
          message: components['schemas']['Bilingual'];
          /** @constant */
          usable: false;
        };
    WordsVersion: {
      /** Format: date-time */
      at: string;
      by: components['schemas']['Bilingual'] | null;
      changed: {
        changed: number;
        words: number;
      } | null;
      engine: string;
      model: string;
      origin: components['schemas']['WordsOrigin'];
      readable: boolean;
      /** Format: uuid */
      recordingId: string;
      /** Format: uuid */
      transcriptId: string;
      version: number;
    };
    WordsVersionList: {
      beingMade: boolean;
      versions: components['schemas']['WordsVersion'][];
    };
    Worker: {
      clockSkewMs: number;
      engines: {
        advice: components['schemas']['Bilingual'] | null;
        available: boolean;
        enabled: boolean;
        languages: string[];
        name: string;
        production: boolean;
        version: string;
      }[];
      /** Format: date-time */
      heartbeatAt: string;
      host: string;
      roles: string[];
      running: {
        [key: string]: number;
      };
      silent: boolean;
      /** Format: date-time */
      startedAt: string;
      version: string;
      /** Format: uuid */
      workerId: string;
    };
    WorkingHours: {
      from: components['schemas']['ClockTime'];
      to: components['schemas']['ClockTime'];
      weekdays: number[];
    };
    WrittenFilters: {
      [key: string]: string;
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
  accessesPage: {
    parameters: {
      query?: {
        call?: string;
        cursor?: string;
        from?: string;
        kind?: 'heard' | 'read' | 'excerpted' | 'exported' | 'taken';
        limit?: number;
        person?: string;
        purpose?: 'quality' | 'dispute' | 'evidence' | 'compliance' | 'subject_access' | 'coaching' | 'own_call';
        to?: string;
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
          'application/json': components['schemas']['AccessPage'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accessesExport: {
    parameters: {
      query?: {
        call?: string;
        exportLanguage?: 'zh' | 'en';
        from?: string;
        kind?: 'heard' | 'read' | 'excerpted' | 'exported' | 'taken';
        person?: string;
        purpose?: 'quality' | 'dispute' | 'evidence' | 'compliance' | 'subject_access' | 'coaching' | 'own_call';
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description UTF-8 with a byte order mark. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accessesOpen: {
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
          'application/json': components['schemas']['OpenGrantList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accessesExportGrants: {
    parameters: {
      query?: {
        exportLanguage?: 'zh' | 'en';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description UTF-8 with a byte order mark. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accessesWorthALook: {
    parameters: {
      query?: {
        from?: string;
        to?: string;
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
          'application/json': components['schemas']['UnusualView'];
        };
      };
      /** @description The period is too long, or ends before it begins. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accessesExportUnusual: {
    parameters: {
      query?: {
        exportLanguage?: 'zh' | 'en';
        from?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description UTF-8 with a byte order mark. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accountSecurity: {
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
          'application/json': components['schemas']['AccountSecurity'];
        };
      };
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accountChangePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
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
      /** @description You are not signed in. */
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
  secondFactorBegin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Enrolment'];
        };
      };
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The password has to be given again first: POST auth/step-up. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The second factor is on already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  secondFactorConfirm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SecondFactorRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The second factor is on already, or was not begun. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  secondFactorDisable: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisableSecondFactor'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account has no second factor. */
      409: {
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
  secondFactorRenew: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A code has to be given again first: POST auth/step-up. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account has no second factor. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accountSessions: {
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
          'application/json': components['schemas']['SessionList'];
        };
      };
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accountEndOthers: {
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
          'application/json': components['schemas']['EndedSessions'];
        };
      };
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  accountEndOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
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
      /** @description You are not signed in. */
      401: {
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  tokensOwn: {
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
          'application/json': components['schemas']['TokenList'];
        };
      };
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  tokensCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewToken'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedToken'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description More than the account may do itself, or who sits there has to be proved again: POST auth/step-up. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account has as many tokens as it may have. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  tokensRevokeOwn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tokenId: string;
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
      /** @description You are not signed in. */
      401: {
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  secondFactorRemove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        accountId: string;
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A role of the person reaches further than the asker’s, or it is the asker’s own. */
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
      /** @description The account has no second factor. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  stepUpSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SecondFactorRequest'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The account has no second factor. */
      409: {
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
  stepUpMoreTime: {
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The hour is over, or no code is owed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  stepUpStepUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StepUpRequest'];
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
      /** @description You are not signed in. */
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
  backTestsList: {
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
          'application/json': components['schemas']['RunList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  backTestsAsk: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewBackTest'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunId'];
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
      /** @description You are not signed in. */
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
      /** @description No scored call lies in the period, or the draft cannot be read. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  backTestsOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
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
          'application/json': components['schemas']['BackTest'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  backTestsCancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
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
      /** @description You are not signed in. */
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
      /** @description It has ended already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  backTestsFlipList: {
    parameters: {
      query?: {
        agent?: string;
        cursor?: string;
        from?: 'met' | 'not_met' | 'not_applicable' | 'insufficient';
        item?: string;
        limit?: number;
        to?: 'met' | 'not_met' | 'not_applicable' | 'insufficient';
      };
      header?: never;
      path: {
        runId: string;
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
          'application/json': components['schemas']['FlipList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  callsList: {
    parameters: {
      query?: {
        agent?: string;
        at?: string;
        client?: string;
        coverageMax?: number;
        coverageMin?: number;
        cursor?: string;
        direction?: string;
        durationMax?: number;
        durationMin?: number;
        from?: string;
        language?: string;
        limit?: number;
        pointsMax?: number;
        pointsMin?: number;
        q?: string;
        reason?: string;
        result?: string;
        sign?: string;
        source?: string;
        stage?: string;
        team?: string;
        to?: string;
        toward?: 'older' | 'newer';
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
           * @description WAV (PCM, G.711, GSM), AU, AIFF, MP3, Ogg (Opus, Vorbis), FLAC, AMR, AAC or M4A, told apart by content; one or two channels, 12 hours.
           */
          audio: string;
          /**
           * @description JSON, as a field, a file or a part of type application/json; must be the first part.
           * @example {
           *       "source": "pbx-1",
           *       "externalId": "2026-11-24-000123",
           *       "direction": "inbound",
           *       "startedAt": "2026-11-24T09:30:00+08:00",
           *       "language": "en",
           *       "region": "CN",
           *       "consent": {
           *         "state": "announced",
           *         "evidence": {
           *           "kind": "announcement",
           *           "reference": "notice-3"
           *         }
           *       },
           *       "customer": {
           *         "number": "13800002046"
           *       },
           *       "legs": [
           *         {
           *           "staffNumber": "3071",
           *           "answeredAt": "2026-11-24T09:30:11+08:00",
           *           "hangupParty": "customer"
           *         }
           *       ],
           *       "agentChannel": "left",
           *       "speakers": {
           *         "SPEAKER_00": "agent",
           *         "SPEAKER_01": "customer"
           *       }
           *     }
           */
          metadata: components['schemas']['UploadMetadata'];
          /**
           * Format: binary
           * @description Words that came with the call: JSON of Whisper and its kin (openai-whisper, faster-whisper, WhisperX, whisper.cpp, OpenAI), Contact Lens, our own JSON, WebVTT or SubRip.
           */
          transcript?: string;
          /**
           * Format: binary
           * @description In place of `transcript`: the words of the left channel. With `transcriptRight`.
           */
          transcriptLeft?: string;
          /**
           * Format: binary
           * @description In place of `transcript`: the words of the right channel. With `transcriptLeft`.
           */
          transcriptRight?: string;
        };
      };
    };
    responses: {
      /** @description The same bytes had been taken before: the same ids. `resent` says what the metadata says otherwise. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UploadResult'];
        };
      };
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
      /** @description You are not signed in. */
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
      /** @description It contradicts what is known: other bytes, another agent, or a call that was held back. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The recording was destroyed by rule; its certificate is named. */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The recording, its sound or its words are over a limit. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is not multipart/form-data, or the file is no recording that is taken. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  contentHeardBy: {
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
          'application/json': components['schemas']['CallAccesses'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  cardCodesAnswer: {
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
        'application/json': components['schemas']['CardCodeAnswer'];
      };
    };
    responses: {
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Somebody has answered already, or the recording is no longer kept. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  commitmentsOfCall: {
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
          'application/json': components['schemas']['CommitmentList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  correctionsCorrect: {
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
        'application/json': components['schemas']['CorrectionRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectionResult'];
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
      /** @description You are not signed in. */
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
      /** @description Nothing differs from what is known. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  callAttentionGiveUp: {
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
        'application/json': components['schemas']['GiveUpRequest'];
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
      /** @description You are not signed in. */
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
      /** @description This call does not need attention now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  measuresOf: {
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
          'application/json': components['schemas']['MeasuresOfCall'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  callFindingNeighbours: {
    parameters: {
      query?: {
        agent?: string;
        client?: string;
        coverageMax?: number;
        coverageMin?: number;
        direction?: string;
        durationMax?: number;
        durationMin?: number;
        from?: string;
        language?: string;
        pointsMax?: number;
        pointsMin?: number;
        q?: string;
        reason?: string;
        result?: string;
        sign?: string;
        source?: string;
        stage?: string;
        team?: string;
        to?: string;
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
          'application/json': components['schemas']['CallNeighbours'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  reviewsLook: {
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
        'application/json': components['schemas']['ProposalLook'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  contentRead: {
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
        'application/json': components['schemas']['ReadingRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TranscriptView'];
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
      /** @description You are not signed in. */
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
      /** @description The grant no longer holds. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  wordsRehear: {
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
      /** @description You are not signed in. */
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
      /** @description Nothing of it was heard here, or it is being heard already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  reviewsRescore: {
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
      /** @description You are not signed in. */
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
      /** @description The call has no score yet. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  callAttentionRetry: {
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  reviewsPublish: {
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
        'application/json': components['schemas']['NewReview'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedReview'];
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
      /** @description You are not signed in. */
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
      /** @description Another card is shown by now, or a colleague is at it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  reviewsPreview: {
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
        'application/json': components['schemas']['NewReview'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewEffect'];
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
      /** @description You are not signed in. */
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
      /** @description Another card is shown by now, or a colleague is at it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  correctionsName: {
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
        'application/json': components['schemas']['SpeakersRequest'];
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
      /** @description You are not signed in. */
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
      /** @description There is nobody to name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  wordsCorrect: {
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
        'application/json': components['schemas']['WordsCorrection'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectedWords'];
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
      /** @description You are not signed in. */
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
      /** @description The words have a newer version, or nothing differs. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  wordsList: {
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
          'application/json': components['schemas']['WordsVersionList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  wordsOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
        transcriptId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  callFindingCount: {
    parameters: {
      query?: {
        agent?: string;
        client?: string;
        coverageMax?: number;
        coverageMin?: number;
        direction?: string;
        durationMax?: number;
        durationMin?: number;
        from?: string;
        language?: string;
        pointsMax?: number;
        pointsMin?: number;
        q?: string;
        reason?: string;
        result?: string;
        sign?: string;
        source?: string;
        stage?: string;
        team?: string;
        to?: string;
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
          'application/json': components['schemas']['CallCount'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  callFindingExport: {
    parameters: {
      query?: {
        agent?: string;
        client?: string;
        coverageMax?: number;
        coverageMin?: number;
        direction?: string;
        durationMax?: number;
        durationMin?: number;
        exportLanguage?: 'zh' | 'en';
        from?: string;
        language?: string;
        pointsMax?: number;
        pointsMin?: number;
        q?: string;
        reason?: string;
        result?: string;
        sign?: string;
        source?: string;
        stage?: string;
        team?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description UTF-8 with a byte order mark. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  callFindingChoices: {
    parameters: {
      query?: {
        agent?: string;
        agentSearch?: string;
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
          'application/json': components['schemas']['FilterChoices'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  cardCodesWaiting: {
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
          'application/json': components['schemas']['DoubtfulCodes'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistsList: {
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
          'application/json': components['schemas']['ChecklistList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistDraftsOpen: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChecklistDraftView'];
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
      /** @description You are not signed in. */
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
      /** @description A draft is open already, or the id of a new checklist is taken. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistsDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
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
          'application/json': components['schemas']['ChecklistDetail'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistsJudge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BenchQuestion'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BenchAnswer'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is no grant to read the call. */
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
      /** @description The draft cannot judge yet. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The test bench is busy. */
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
  checklistDraftsDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
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
          'application/json': components['schemas']['ChecklistDraftView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistDraftsSave: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftSave'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChecklistDraftView'];
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
      /** @description You are not signed in. */
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
      /** @description Somebody changed the draft in the meantime, or published or discarded it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistDraftsDiscard: {
    parameters: {
      query: {
        revision: number;
      };
      header?: never;
      path: {
        checklistId: string;
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
      /** @description The request does not have the right shape. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Somebody changed the draft in the meantime, or published or discarded it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistDraftsPublish: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedDraft'];
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
      /** @description You are not signed in. */
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
      /** @description The draft was changed, was not validated, or has errors. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistDraftsValidate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftRevision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChecklistDraftView'];
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
      /** @description You are not signed in. */
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
      /** @description Somebody changed the draft in the meantime, or published or discarded it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistDraftsRetire: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetireChecklist'];
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
      /** @description You are not signed in. */
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
      /** @description This version judges no calls now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistsVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        checklistId: string;
        version: number;
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
          'application/json': components['schemas']['ChecklistVersionView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistsYaml: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        checklistId: string;
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
          'application/json': components['schemas']['ChecklistYaml'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistDraftsImport: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChecklistImport'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedChecklist'];
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
      /** @description You are not signed in. */
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
      /** @description Somebody changed the draft in the meantime, or published or discarded it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  checklistsPhrases: {
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
          'application/json': components['schemas']['PhraseList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  commitmentsList: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        view?: 'today' | 'overdue' | 'open' | 'waiting' | 'done';
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
          'application/json': components['schemas']['CommitmentList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  commitmentsAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        commitmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CommitmentAnswer'];
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
      /** @description You are not signed in. */
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
      /** @description It was changed or settled in the meantime, or the answer does not fit its state. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  commitmentsHistory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        commitmentId: string;
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
          'application/json': components['schemas']['CommitmentHistory'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  commitmentsWords: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        commitmentId: string;
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
          'application/json': components['schemas']['CommitmentWords'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  commitmentsFigures: {
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
          'application/json': components['schemas']['CommitmentFigures'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  companyCalendar: {
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
          'application/json': components['schemas']['CalendarView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  companyImport: {
    parameters: {
      query?: {
        from?: string;
        plan?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /**
           * Format: binary
           * @description At most 4 MB.
           */
          file: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarPreview'];
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
      /** @description You are not signed in. */
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
      /** @description Something changed after the preview. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The file is too large. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is no multipart/form-data. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  clientsList: {
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
          'application/json': components['schemas']['ClientList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  clientsCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewName'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Made'];
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
      /** @description You are not signed in. */
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
      /** @description Another client has the name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  clientsRename: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewName'];
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
      /** @description You are not signed in. */
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
      /** @description It is closed, or another client has the name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  clientsClose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        clientId: string;
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
      /** @description You are not signed in. */
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
      /** @description A team of it is still open. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  clientsCreateTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewName'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Made'];
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
      /** @description You are not signed in. */
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
      /** @description The client is closed, or another of its teams has the name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  companyNotice: {
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
          'application/json': components['schemas']['NoticeState'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  companyPublish: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewNotice'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeState'];
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
      /** @description You are not signed in. */
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
      /** @description Somebody else published meanwhile. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  companyProfile: {
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
          'application/json': components['schemas']['CompanyProfileView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  companyChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProfileChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CompanyProfileView'];
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
      /** @description You are not signed in. */
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
      /** @description Somebody else changed it meanwhile. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  redactionView: {
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
          'application/json': components['schemas']['RedactionView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  redactionChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedactionChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedactionView'];
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
      /** @description You are not signed in. */
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
      /** @description Somebody else changed it meanwhile, or another change is waiting. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  redactionDecide: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedactionDecision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedactionView'];
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
      /** @description You are not signed in. */
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
      /** @description The change is not waiting any more. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  clientsChangeTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        teamId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TeamChange'];
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
      /** @description You are not signed in. */
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
      /** @description It has calls or roles and cannot change its client, or the name is taken. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  clientsCloseTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        teamId: string;
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
      /** @description You are not signed in. */
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
      /** @description Somebody works in it. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  dataRequestsList: {
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
          'application/json': components['schemas']['DataRequestList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  dataRequestsRegister: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewDataRequest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataRequestDetail'];
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
      /** @description You are not signed in. */
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
      /** @description No recording of this person was found. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  dataRequestsDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
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
          'application/json': components['schemas']['DataRequestDetail'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description No such request within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  dataRequestsDecide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DataRequestDecision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataRequestDetail'];
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
      /** @description You are not signed in. */
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
      /** @description No such request within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No decision waits to be confirmed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  dataRequestsPropose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DataRequestProposal'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataRequestDetail'];
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
      /** @description You are not signed in. */
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
      /** @description No such request within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A decision was proposed already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  evidenceExportsList: {
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
          'application/json': components['schemas']['EvidenceExportList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  evidenceExportsDownload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A zip. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      /** @description You are not signed in. */
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
      /** @description It is not ready, its grant is over, or its downloads are used up. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  evidenceExportsReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
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
      /** @description You are not signed in. */
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
      /** @description It is not ready, its grant is over, or its downloads are used up. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  evidenceExportsRetry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
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
      /** @description You are not signed in. */
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
      /** @description It did not fail. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  extensionsList: {
    parameters: {
      query?: {
        at?: string;
        cursor?: string;
        extension?: string;
        limit?: number;
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
          'application/json': components['schemas']['ExtensionList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  extensionsAssign: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewExtension'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Made'];
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
      /** @description You are not signed in. */
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
      /** @description Nobody has the staff number, or somebody else is there in that time. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  extensionsRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseExtension'];
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
      /** @description You are not signed in. */
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
      /** @description The moment is not between beginning and end. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  extensionsImport: {
    parameters: {
      query?: {
        plan?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /**
           * Format: binary
           * @description At most 4 MB.
           */
          file: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExtensionPreview'];
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
      /** @description You are not signed in. */
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
      /** @description Something changed after the preview. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The file is over 4 MB, or has more than 10,000 lines. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is no multipart/form-data. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  journalPage: {
    parameters: {
      query?: {
        call?: string;
        case?: string;
        cursor?: string;
        from?: string;
        kind?:
          | 'account'
          | 'company'
          | 'recording'
          | 'legal'
          | 'export'
          | 'retention'
          | 'quality'
          | 'custody'
          | 'audit'
          | 'account.signed_in'
          | 'account.sign_in_refused'
          | 'account.signed_out'
          | 'account.second_factor_asked'
          | 'account.proof_refused'
          | 'account.stepped_up'
          | 'account.password_changed'
          | 'account.sessions_ended'
          | 'second_factor.enabled'
          | 'second_factor.disabled'
          | 'second_factor.removed'
          | 'recovery_codes.renewed'
          | 'token.created'
          | 'token.revoked'
          | 'account.created'
          | 'account.invited'
          | 'account.invitation_revoked'
          | 'account.invitation_refused'
          | 'account.opened'
          | 'account.closed'
          | 'rights.suspended'
          | 'rights.confirmed'
          | 'person.created'
          | 'person.changed'
          | 'person.left'
          | 'person.returned'
          | 'staff.imported'
          | 'staff.exported'
          | 'role.proposed'
          | 'role.proposal_refused'
          | 'role.proposal_withdrawn'
          | 'role.granted'
          | 'role.removed'
          | 'company.profile_changed'
          | 'calendar.imported'
          | 'client.created'
          | 'client.renamed'
          | 'client.closed'
          | 'team.created'
          | 'team.renamed'
          | 'team.moved'
          | 'team.closed'
          | 'extension.assigned'
          | 'extension.released'
          | 'extension_map.imported'
          | 'notice.published'
          | 'notice.acknowledged'
          | 'grant.proposed'
          | 'grant.refused'
          | 'grant.withdrawn'
          | 'grant.published'
          | 'grant.revoked'
          | 'grant.ending'
          | 'grant.ended'
          | 'legal_case.opened'
          | 'legal_case.closed'
          | 'legal_request.submitted'
          | 'legal_request.agreed'
          | 'legal_request.approved'
          | 'legal_request.rejected'
          | 'legal_request.asked_back'
          | 'legal_request.answered'
          | 'legal_request.withdrawn'
          | 'legal_request.expired'
          | 'break_glass.opened'
          | 'break_glass.reviewed'
          | 'break_glass.review_overdue'
          | 'request_grant.revoked'
          | 'request_grant.used_up'
          | 'call.known'
          | 'consent.decided'
          | 'call.not_recorded'
          | 'recording.captured'
          | 'recording.sealed'
          | 'transcript.ready'
          | 'words.corrected'
          | 'call.rehear_asked'
          | 'transcript.redacted'
          | 'recording.masked'
          | 'recording.cut'
          | 'card_code.decided'
          | 'redaction.policy_changed'
          | 'redaction.change_proposed'
          | 'redaction.change_refused'
          | 'call.language_told'
          | 'sound.sent_out'
          | 'words.sent_out'
          | 'call.rescore_asked'
          | 'call.corrected'
          | 'speakers.named'
          | 'call.needs_attention'
          | 'call.retried'
          | 'call.given_up'
          | 'play.opened'
          | 'play.closed'
          | 'transcript.read'
          | 'words.searched'
          | 'transcript.excerpted'
          | 'calls.export_started'
          | 'calls.exported'
          | 'view.shared'
          | 'view.unshared'
          | 'write.abandoned'
          | 'certificate.issued'
          | 'legal_hold.placed'
          | 'legal_hold.covered'
          | 'legal_hold.release_asked'
          | 'legal_hold.release_refused'
          | 'legal_hold.released'
          | 'retention.schedule_proposed'
          | 'retention.schedule_published'
          | 'retention.schedule_refused'
          | 'retention.stopped'
          | 'retention.restart_asked'
          | 'retention.clock_confirmed'
          | 'destruction.ordered'
          | 'destruction.cancelled'
          | 'destruction.started'
          | 'recording.destroyed'
          | 'recording.restricted'
          | 'data_request.registered'
          | 'data_request.decision_proposed'
          | 'data_request.sent_back'
          | 'data_request.decided'
          | 'certificate.downloaded'
          | 'evidence_export.built'
          | 'evidence_export.failed'
          | 'evidence_export.retried'
          | 'evidence_export.download_started'
          | 'evidence_export.downloaded'
          | 'evidence_export.destroyed'
          | 'recording.exported'
          | 'timestamp.asked'
          | 'mail.given_up'
          | 'checklist.published'
          | 'checklist.retired'
          | 'checklist.draft_saved'
          | 'checklist.draft_validated'
          | 'checklist.draft_discarded'
          | 'lexicons.stored'
          | 'checklist.scored'
          | 'leg.not_judged'
          | 'scorecard.counted'
          | 'scorecard.reviewed'
          | 'rescore.asked'
          | 'rescore.finished'
          | 'rescore.cancelled'
          | 'rehear.asked'
          | 'rehear.finished'
          | 'rehear.cancelled'
          | 'call.rehear_failed'
          | 'back_test.asked'
          | 'back_test.finished'
          | 'back_test.cancelled'
          | 'run.failed'
          | 'commitment.found'
          | 'commitment.found_again'
          | 'commitment.superseded'
          | 'commitment.due_soon'
          | 'commitment.overdue'
          | 'commitment.time_set'
          | 'commitment.answered'
          | 'commitment.candidate_found'
          | 'commitment.handed_over'
          | 'keyring.rotated'
          | 'keyring.rewrapped'
          | 'keyring.retired'
          | 'keyring.backed_up'
          | 'key_store.repaired'
          | 'key_store.doubted'
          | 'key_store.marked'
          | 'key_store.doubt_settled'
          | 'key_store.orphan_removed'
          | 'object.damaged'
          | 'object.repaired'
          | 'database.backed_up'
          | 'database.restore_tried'
          | 'database.restored'
          | 'search_key.rotated'
          | 'search_key.destroyed'
          | 'journal.details_erased'
          | 'webhook.endpoint_created'
          | 'webhook.endpoint_changed'
          | 'webhook.endpoint_paused'
          | 'webhook.endpoint_resumed'
          | 'webhook.endpoint_removed'
          | 'webhook.secret_rotated'
          | 'webhook.pinged'
          | 'webhook.replayed'
          | 'audit.searched'
          | 'audit.export_started'
          | 'audit.exported'
          | 'alarm.raised'
          | 'alarm.cleared';
        limit?: number;
        person?: string;
        to?: string;
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
          'application/json': components['schemas']['JournalPage'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  journalChain: {
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
          'application/json': components['schemas']['JournalChain'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  journalChoices: {
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
          'application/json': components['schemas']['JournalChoices'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  journalExport: {
    parameters: {
      query?: {
        call?: string;
        case?: string;
        exportLanguage?: 'zh' | 'en';
        from?: string;
        kind?:
          | 'account'
          | 'company'
          | 'recording'
          | 'legal'
          | 'export'
          | 'retention'
          | 'quality'
          | 'custody'
          | 'audit'
          | 'account.signed_in'
          | 'account.sign_in_refused'
          | 'account.signed_out'
          | 'account.second_factor_asked'
          | 'account.proof_refused'
          | 'account.stepped_up'
          | 'account.password_changed'
          | 'account.sessions_ended'
          | 'second_factor.enabled'
          | 'second_factor.disabled'
          | 'second_factor.removed'
          | 'recovery_codes.renewed'
          | 'token.created'
          | 'token.revoked'
          | 'account.created'
          | 'account.invited'
          | 'account.invitation_revoked'
          | 'account.invitation_refused'
          | 'account.opened'
          | 'account.closed'
          | 'rights.suspended'
          | 'rights.confirmed'
          | 'person.created'
          | 'person.changed'
          | 'person.left'
          | 'person.returned'
          | 'staff.imported'
          | 'staff.exported'
          | 'role.proposed'
          | 'role.proposal_refused'
          | 'role.proposal_withdrawn'
          | 'role.granted'
          | 'role.removed'
          | 'company.profile_changed'
          | 'calendar.imported'
          | 'client.created'
          | 'client.renamed'
          | 'client.closed'
          | 'team.created'
          | 'team.renamed'
          | 'team.moved'
          | 'team.closed'
          | 'extension.assigned'
          | 'extension.released'
          | 'extension_map.imported'
          | 'notice.published'
          | 'notice.acknowledged'
          | 'grant.proposed'
          | 'grant.refused'
          | 'grant.withdrawn'
          | 'grant.published'
          | 'grant.revoked'
          | 'grant.ending'
          | 'grant.ended'
          | 'legal_case.opened'
          | 'legal_case.closed'
          | 'legal_request.submitted'
          | 'legal_request.agreed'
          | 'legal_request.approved'
          | 'legal_request.rejected'
          | 'legal_request.asked_back'
          | 'legal_request.answered'
          | 'legal_request.withdrawn'
          | 'legal_request.expired'
          | 'break_glass.opened'
          | 'break_glass.reviewed'
          | 'break_glass.review_overdue'
          | 'request_grant.revoked'
          | 'request_grant.used_up'
          | 'call.known'
          | 'consent.decided'
          | 'call.not_recorded'
          | 'recording.captured'
          | 'recording.sealed'
          | 'transcript.ready'
          | 'words.corrected'
          | 'call.rehear_asked'
          | 'transcript.redacted'
          | 'recording.masked'
          | 'recording.cut'
          | 'card_code.decided'
          | 'redaction.policy_changed'
          | 'redaction.change_proposed'
          | 'redaction.change_refused'
          | 'call.language_told'
          | 'sound.sent_out'
          | 'words.sent_out'
          | 'call.rescore_asked'
          | 'call.corrected'
          | 'speakers.named'
          | 'call.needs_attention'
          | 'call.retried'
          | 'call.given_up'
          | 'play.opened'
          | 'play.closed'
          | 'transcript.read'
          | 'words.searched'
          | 'transcript.excerpted'
          | 'calls.export_started'
          | 'calls.exported'
          | 'view.shared'
          | 'view.unshared'
          | 'write.abandoned'
          | 'certificate.issued'
          | 'legal_hold.placed'
          | 'legal_hold.covered'
          | 'legal_hold.release_asked'
          | 'legal_hold.release_refused'
          | 'legal_hold.released'
          | 'retention.schedule_proposed'
          | 'retention.schedule_published'
          | 'retention.schedule_refused'
          | 'retention.stopped'
          | 'retention.restart_asked'
          | 'retention.clock_confirmed'
          | 'destruction.ordered'
          | 'destruction.cancelled'
          | 'destruction.started'
          | 'recording.destroyed'
          | 'recording.restricted'
          | 'data_request.registered'
          | 'data_request.decision_proposed'
          | 'data_request.sent_back'
          | 'data_request.decided'
          | 'certificate.downloaded'
          | 'evidence_export.built'
          | 'evidence_export.failed'
          | 'evidence_export.retried'
          | 'evidence_export.download_started'
          | 'evidence_export.downloaded'
          | 'evidence_export.destroyed'
          | 'recording.exported'
          | 'timestamp.asked'
          | 'mail.given_up'
          | 'checklist.published'
          | 'checklist.retired'
          | 'checklist.draft_saved'
          | 'checklist.draft_validated'
          | 'checklist.draft_discarded'
          | 'lexicons.stored'
          | 'checklist.scored'
          | 'leg.not_judged'
          | 'scorecard.counted'
          | 'scorecard.reviewed'
          | 'rescore.asked'
          | 'rescore.finished'
          | 'rescore.cancelled'
          | 'rehear.asked'
          | 'rehear.finished'
          | 'rehear.cancelled'
          | 'call.rehear_failed'
          | 'back_test.asked'
          | 'back_test.finished'
          | 'back_test.cancelled'
          | 'run.failed'
          | 'commitment.found'
          | 'commitment.found_again'
          | 'commitment.superseded'
          | 'commitment.due_soon'
          | 'commitment.overdue'
          | 'commitment.time_set'
          | 'commitment.answered'
          | 'commitment.candidate_found'
          | 'commitment.handed_over'
          | 'keyring.rotated'
          | 'keyring.rewrapped'
          | 'keyring.retired'
          | 'keyring.backed_up'
          | 'key_store.repaired'
          | 'key_store.doubted'
          | 'key_store.marked'
          | 'key_store.doubt_settled'
          | 'key_store.orphan_removed'
          | 'object.damaged'
          | 'object.repaired'
          | 'database.backed_up'
          | 'database.restore_tried'
          | 'database.restored'
          | 'search_key.rotated'
          | 'search_key.destroyed'
          | 'journal.details_erased'
          | 'webhook.endpoint_created'
          | 'webhook.endpoint_changed'
          | 'webhook.endpoint_paused'
          | 'webhook.endpoint_resumed'
          | 'webhook.endpoint_removed'
          | 'webhook.secret_rotated'
          | 'webhook.pinged'
          | 'webhook.replayed'
          | 'audit.searched'
          | 'audit.export_started'
          | 'audit.exported'
          | 'alarm.raised'
          | 'alarm.cleared';
        person?: string;
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description UTF-8 with a byte order mark. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  breakGlassTerms: {
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
          'application/json': components['schemas']['BreakGlassTerms'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalCasesList: {
    parameters: {
      query?: {
        search?: string;
        state?: 'open' | 'closed';
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
          'application/json': components['schemas']['LegalCaseList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalCasesOpen: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewLegalCase'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalCase'];
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
      /** @description You are not signed in. */
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
      /** @description A case has this reference already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalCasesOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: string;
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
          'application/json': components['schemas']['LegalCase'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalCasesClose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: string;
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
          'application/json': components['schemas']['LegalCase'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description It is closed already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  holdsList: {
    parameters: {
      query?: {
        callId?: string;
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
          'application/json': components['schemas']['HoldList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  holdsPlace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewHold'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlacedHold'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A call has legs beyond the asker’s reach, or the rule reaches further. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such case, or a call or recording that is not within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The case is closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  holdsDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        holdId: string;
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
          'application/json': components['schemas']['HoldDetail'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description No such hold within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  holdsAskRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        holdId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HoldDetail'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It covers recordings beyond the asker’s reach. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such hold within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is released, or somebody asked already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  holdsDecide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        holdId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseDecision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HoldDetail'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It covers recordings beyond the asker’s reach. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such hold within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody asks for its release. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  holdsPreview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldScope'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HoldPreview'];
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
      /** @description You are not signed in. */
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
      /** @description A call or recording that is not within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsList: {
    parameters: {
      query?: {
        caseId?: string;
        cursor?: string;
        limit?: number;
        view?: 'all' | 'mine' | 'open' | 'to_decide' | 'to_review' | 'granted';
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
          'application/json': components['schemas']['LegalRequestList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LegalRequestInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalRequest'];
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
      /** @description You are not signed in. */
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
      /** @description The legal case is closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
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
          'application/json': components['schemas']['LegalRequest'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsChange: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LegalRequestInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalRequest'];
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
      /** @description You are not signed in. */
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
      /** @description It was submitted already, or the legal case is closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LegalAnswer'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalRequest'];
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
      /** @description You are not signed in. */
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
      /** @description Nobody waits for an answer. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  breakGlassOpen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BreakGlass'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalRequest'];
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
      /** @description You are not signed in. */
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
      /** @description It was submitted already, the legal case is closed, or an earlier opening waits for its review. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsDecide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LegalDecision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalRequest'];
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
      /** @description You are not signed in. */
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
      /** @description It does not wait for a decision, or was answered in the meantime. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsRecordings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
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
          'application/json': components['schemas']['RequestedRecordingList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  breakGlassReview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BreakGlassReview'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalRequest'];
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
      /** @description You are not signed in. */
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
      /** @description Nothing of it waits for a review. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsRevoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LegalAnswer'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LegalRequest'];
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
      /** @description You are not signed in. */
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
      /** @description Nothing is granted any more. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsSubmit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
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
          'application/json': components['schemas']['LegalRequest'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description It was submitted already, or the legal case is closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsWithdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
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
          'application/json': components['schemas']['LegalRequest'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description It was decided already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  legalRequestsPreview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestPreviewRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RequestPreview'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  standingGrantsList: {
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
          'application/json': components['schemas']['StandingGrantList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  standingGrantsRevoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grantId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StandingGrantRevocation'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingGrantList'];
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
      /** @description You are not signed in. */
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
      /** @description It has expired or was revoked already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  standingGrantsPropose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StandingGrantProposal'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingGrantList'];
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
      /** @description You are not signed in. */
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
      /** @description The same grant is proposed already, or its client or team has been closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  standingGrantsWithdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        proposalId: string;
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
          'application/json': components['schemas']['StandingGrantList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description It was decided already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  standingGrantsDecide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        proposalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StandingGrantDecision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StandingGrantList'];
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
      /** @description You are not signed in. */
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
      /** @description It was decided already, or who proposed it does not hold the right to any more. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  modelScorerView: {
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
          'application/json': components['schemas']['ModelScorerView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  noticeCurrent: {
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
          'application/json': components['schemas']['Notice'];
        };
      };
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  noticeAcknowledge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Acknowledge'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The second factor comes first. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another version is in force by now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  notificationsList: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
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
          'application/json': components['schemas']['NotificationList'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  notificationsRead: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NotificationsRead'];
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  noticeOpen: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenAccount'];
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
      /** @description User name or code is not right, or the code is not valid any more. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another version of the notice is in force by now. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  noticeCheck: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationCheck'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitationView'];
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
      /** @description User name or code is not right, or the code is not valid any more. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleList: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        search?: string;
        teamId?: string;
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
          'application/json': components['schemas']['PeopleList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPerson'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Made'];
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
      /** @description You are not signed in. */
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
      /** @description Somebody has this staff number, or the team is closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
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
          'application/json': components['schemas']['PersonDetail'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleChange: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PersonChange'];
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
      /** @description You are not signed in. */
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
      /** @description The team is closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleInvite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Invite'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
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
      /** @description You are not signed in. */
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
      /** @description The person has left, or somebody has the user name. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleRevoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleLeave: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
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
      /** @description You are not signed in. */
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
      /** @description It is the last administrator. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleReturn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
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
      /** @description You are not signed in. */
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
      /** @description The team has been closed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  peopleRemoveRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignmentId: string;
        personId: string;
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
      /** @description You are not signed in. */
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
      /** @description It is the last administrator. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  suspensionsConfirm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
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
      /** @description You are not signed in. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A second person is needed, or a role of the person reaches further than the asker’s. */
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
      /** @description No rights of the person wait to be confirmed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  processingBoard: {
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
          'application/json': components['schemas']['ProcessingBoard'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  processingGiveUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GiveUpGroup'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupMoved'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  processingRetry: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AttentionGroup'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GroupMoved'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rehearingsList: {
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
          'application/json': components['schemas']['RunList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rehearingsAsk: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewRescore'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunId'];
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
      /** @description You are not signed in. */
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
      /** @description No scored call lies in the period. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rehearingsOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
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
          'application/json': components['schemas']['Rehearing'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rehearingsCancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
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
      /** @description You are not signed in. */
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
      /** @description It has ended already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rescoresList: {
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
          'application/json': components['schemas']['RunList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rescoresAsk: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewRescore'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunId'];
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
      /** @description You are not signed in. */
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
      /** @description No scored call lies in the period. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rescoresOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
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
          'application/json': components['schemas']['Run'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  rescoresCancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        runId: string;
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
      /** @description You are not signed in. */
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
      /** @description It has ended already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  certificatesList: {
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
          'application/json': components['schemas']['CertificateList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  certificatesCertificate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
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
          'application/json': components['schemas']['SignedCertificate'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description No such certificate within reach. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  certificatesExport: {
    parameters: {
      query?: {
        exportLanguage?: 'zh' | 'en';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description UTF-8 with a byte order mark. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  retentionConfirmClock: {
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
          'application/json': components['schemas']['RetentionView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Retention is not stopped; or whoever asked to start it again would confirm it too. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  retentionDestructions: {
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
          'application/json': components['schemas']['DestructionList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  retentionView: {
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
          'application/json': components['schemas']['RetentionView'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  retentionPropose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScheduleProposal'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionView'];
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
      /** @description You are not signed in. */
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
      /** @description Another version came into force meanwhile, another change waits, or nothing is changed. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  retentionDecide: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScheduleDecision'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionView'];
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
      /** @description You are not signed in. */
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
      /** @description The change is not waiting any more. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  retentionSimulate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetentionSchedule'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionSimulation'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  reviewsList: {
    parameters: {
      query?: {
        cursor?: string;
        language?: 'zh' | 'en';
        limit?: number;
        show?: 'all' | 'free' | 'mine';
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
          'application/json': components['schemas']['WaitingList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  reviewsClaim: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        waitingId: string;
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
          'application/json': components['schemas']['Claimed'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description A colleague has it, or nothing waits any more. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  reviewsRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        waitingId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  proposalsList: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'waiting' | 'approved' | 'refused' | 'withdrawn';
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
          'application/json': components['schemas']['ProposalList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  proposalsPropose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewProposal'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Made'];
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
      /** @description You are not signed in. */
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
      /** @description There is no account, the role is held already, or it would span clients. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  proposalsWithdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        proposalId: string;
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
      /** @description You are not signed in. */
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
      /** @description It has been decided already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  proposalsDecide: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Decision'];
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
      /** @description You are not signed in. */
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
      /** @description A proposal does not exist, or is for somebody outside the account’s teams. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A proposal has been decided already. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  searchWords: {
    parameters: {
      query: {
        agent?: string;
        client?: string;
        coverageMax?: number;
        coverageMin?: number;
        cursor?: string;
        direction?: string;
        durationMax?: number;
        durationMin?: number;
        from?: string;
        language?: string;
        limit?: number;
        pointsMax?: number;
        pointsMin?: number;
        reason?: string;
        result?: string;
        sign?: string;
        source?: string;
        speaker?: 'agent' | 'customer' | 'unknown';
        stage?: string;
        team?: string;
        to?: string;
        words: string;
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
          'application/json': components['schemas']['WordSearchResults'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  sentCallsStages: {
    parameters: {
      query: {
        ids: string;
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
          'application/json': components['schemas']['SentCallList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  staffFileExport: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description CSV in UTF-8 with a byte order mark. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  staffFileImport: {
    parameters: {
      query?: {
        plan?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /**
           * Format: binary
           * @description At most 4 MB.
           */
          file: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaffPreview'];
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
      /** @description You are not signed in. */
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
      /** @description Something changed after the preview. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The file is over 4 MB, or has more than 10,000 lines. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request is no multipart/form-data. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  suspensionsList: {
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
          'application/json': components['schemas']['SuspensionList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  tokensAll: {
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
          'application/json': components['schemas']['AllTokens'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  tokensRevoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tokenId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  viewsList: {
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
          'application/json': components['schemas']['SavedViewList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  viewsCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewView'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ViewId'];
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
      /** @description You are not signed in. */
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
      /** @description The name is taken, or there are too many views. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  viewsDelete: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        viewId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  viewsChange: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        viewId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ViewChange'];
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
      /** @description You are not signed in. */
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
      /** @description The name is taken. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  viewsRestore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        viewId: string;
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
      /** @description You are not signed in. */
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
      /** @description The name has been taken in the meantime. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  viewsSetDefault: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DefaultView'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhooksList: {
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
          'application/json': components['schemas']['WebhookList'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhooksCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookEndpointInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookSecret'];
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
      /** @description You are not signed in. */
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
      /** @description There are as many endpoints as there may be. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhooksChange: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpointId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookEndpointInput'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhooksRemove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpointId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhookDeliveriesList: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'waiting' | 'delivered' | 'failed';
      };
      header?: never;
      path: {
        endpointId: string;
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
          'application/json': components['schemas']['WebhookDeliveryList'];
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhookDeliveriesReplayOne: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        deliveryId: string;
        endpointId: string;
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
      /** @description You are not signed in. */
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
      /** @description The endpoint is paused. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhooksPause: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpointId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhookDeliveriesPing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpointId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPing'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description The endpoint is paused. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhookDeliveriesReplaySince: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpointId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookReplayRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookQueued'];
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
      /** @description You are not signed in. */
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
      /** @description The endpoint is paused. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhooksResume: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpointId: string;
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
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
  webhooksRotateSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpointId: string;
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
          'application/json': components['schemas']['WebhookSecret'];
        };
      };
      /** @description You are not signed in. */
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
      /** @description Too many requests; Retry-After says how long to wait. */
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
