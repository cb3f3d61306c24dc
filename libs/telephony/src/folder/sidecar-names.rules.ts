import { type ManifestColumn } from '#contracts';

/**
 * What recorders call these, without strokes and in small letters. Names that mean one thing with one recorder and another with the next
 * (whose number `caller` is, the unit of `queuetime`) are not here: they have to be said.
 */
export const OTHER_NAMES: Readonly<Record<string, ManifestColumn>> = {
  ...{ callid: 'externalId', callguid: 'externalId', uniqueid: 'externalId', ucid: 'externalId' },
  ...{ conversationid: 'externalId', interactionid: 'externalId', recordingid: 'recordingExternalId' },
  ...{
    starttime: 'startedAt',
    startdatetime: 'startedAt',
    callstarttime: 'startedAt',
    recordingstarttime: 'recordingBeganAt',
    recordingstart: 'recordingBeganAt',
  },
  ...{ endtime: 'endedAt', enddatetime: 'endedAt', stoptime: 'endedAt', callendtime: 'endedAt' },
  ...{ answertime: 'answeredAt', connecttime: 'answeredAt', calldirection: 'direction' },
  ...{ agentextension: 'extension', localextension: 'extension', stationid: 'extension' },
  ...{ employeeid: 'staffNumber', employeenumber: 'staffNumber', agentnumber: 'staffNumber', agentid: 'staffNumber' },
  ...{ customerphone: 'customerNumber', remoteparty: 'customerNumber', remotenumber: 'customerNumber' },
};

/** Numbers that are the customer's on the side from which the call came, and the company's own on the other. */
export const FROM_NUMBERS = ['ani', 'callernumber', 'callingnumber', 'callingparty', 'fromnumber'];
export const TO_NUMBERS = ['dnis', 'callednumber', 'calledparty', 'diallednumber', 'dialednumber', 'tonumber'];
