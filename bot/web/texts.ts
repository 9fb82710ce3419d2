import type { PersonRefusal } from './admit-person.ts';

/** What the front door itself says, everything else being said by the conversation. Each notes who reads it and when. */

/** A person who is not served, in the chat where they spoke. No case, no name, no hint who is in the directory. */
export const refusalText: Readonly<Record<PersonRefusal, string>> = {
  'foreign-tenant':
    'I only work for the people of the organisation that runs me, so I can’t help in this chat. Your own helpdesk is the right place.',
  'no-object-id': 'I couldn’t tell who you are, so I can’t help in this chat. Please call your helpdesk.',
  guest: 'I can only help members of this organisation, not guests. Your own organisation’s helpdesk is the right place.',
  disabled: 'I can’t help with this account here. Please call your helpdesk, they will sort it out with you.',
  unknown: 'I can only help members of this organisation. If you are one, please call your helpdesk.',
  'could-not-check':
    'I can’t check right now who may read along here. Please write to me in a personal chat, or try again in a few minutes.',
};

/** A person whose turn broke on our side (the memory or something else failed): what to do now, and what to tell whoever looks into it. */
export const apology = (reference: string): string =>
  [
    'Something went wrong on my side. It is not your fault, and nothing is lost on your laptop. Please try again in a minute.',
    `If it happens again, call your helpdesk and tell them: the error code on your screen, the name of your laptop, since when, and the reference ${reference}.`,
    'Until then, Teams and mail work on your phone or in a browser on another computer.',
    'Please don’t reset your password and don’t delete anything: that doesn’t help with this error.',
  ].join('\n');

/** A person who wrote, when the answer is not there after some seconds. */
export const slowMessage = 'This is taking longer than it should. I’m still on it, and the answer comes here.';

/** Under the card a person clicked, when the answer is not there in time. */
export const slowClick = 'I’m still working on it. The answer comes here in a moment.';

/** Under the card, when Teams delivers a click again that has been carried out. */
export const doneClick = 'This has been done already.';

/** To a client that asks for something this bot does not offer; hardly ever seen by a person. */
export const notOffered = 'This bot does not know what to do with that.';
