/**
 * The buttons' verbs and the ids of the inputs beside them: the whole vocabulary between a card and the listeners.
 * A card carries a verb and the opaque case id, nothing else that could decide anything.
 */
export const verbs = {
  openCase: 'case.open',
  showStatus: 'case.status',
  recheck: 'case.recheck',
  startOver: 'case.start-over',
  solved: 'case.solved',
  pasteCapture: 'capture.paste',
  askQuestions: 'capture.questions',
  answerQuestions: 'capture.answers',
  chooseDevice: 'device.choose',
  showHelp: 'help.show',
  showAdvice: 'advice.show',
} as const;
export type Verb = (typeof verbs)[keyof typeof verbs];

/** Ids of inputs, as they come back in the action's data. */
export const inputs = {
  captureText: 'captureText',
  azureAdJoined: 'azureAdJoined',
  domainJoined: 'domainJoined',
  azureAdPrt: 'azureAdPrt',
  wamDefaultSet: 'wamDefaultSet',
  deviceAuthStatus: 'deviceAuthStatus',
  deviceChoice: 'deviceChoice',
} as const;

/** What a button carries besides its inputs. */
export interface ActionData {
  readonly caseId?: string;
  readonly topic?: string;
}

/**
 * Values of the choices on the questions card. For DeviceAuthStatus they are what dsregcmd prints, so that an answer reads
 * like the line itself; `unseen` says nothing about the laptop.
 */
export const answers = {
  yes: 'YES',
  no: 'NO',
  error: 'ERROR',
  unseen: 'UNSEEN',
  success: 'SUCCESS',
  refused: 'FAILED. Device is either disabled or deleted',
  couldNotRun: 'FAILED. ERROR',
} as const;
