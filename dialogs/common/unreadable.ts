type Why = 'empty' | 'binary' | 'too-large' | 'no-dsregcmd' | 'zip' | 'unreachable' | 'refused';

const sentences: Record<Why, string> = {
  empty: 'it is empty. Please run dsregcmd /status | clip on the laptop again and paste what it gives.',
  binary: 'it is not a plain text. Please send the text itself, or a .txt file.',
  zip: 'it is packed. Please send the .txt file itself, not a zip.',
  'too-large': 'it is too large. The output of dsregcmd /status is only a few pages; please send just that.',
  'no-dsregcmd': 'I couldn’t find the output of dsregcmd /status in it. It begins with “Device State”.',
  unreachable: 'I couldn’t fetch it from Teams just now. Please send it once more, or paste the text.',
  refused: 'I am not allowed to fetch it from where it is stored. Please paste the text instead.',
};

/** Why a text could not be used and what to do instead; `what` is how the sentence begins, such as "your message". */
export function cannotUse(what: string, why: Why): string {
  return `I can’t use ${what}: ${sentences[why]}`;
}
