/**
 * Said instead of help, when we may not or cannot look at someone's laptop. Read by people from outside, by people whose
 * account is switched off, and by our own people while the directory does not answer: polite to all, telling nothing.
 */
export type RefusalKind = 'guest' | 'unknown' | 'disabled' | 'foreign' | 'could-not-check';

export const refusalTexts: Record<RefusalKind, { readonly title: string; readonly paragraphs: readonly string[] }> = {
  guest: {
    title: 'Your own organisation can help you best',
    paragraphs: [
      'You are here as a guest. Your laptop belongs to your own organisation, and only its helpdesk can see and repair its registration.',
      'Please write to the helpdesk there and mention CAA50021.',
    ],
  },
  unknown: {
    title: 'I couldn’t find you in this organisation',
    paragraphs: ['I can only help people whose account belongs to this organisation. If yours should, please ask your helpdesk in person or by phone.'],
  },
  disabled: {
    title: 'Please talk to your helpdesk',
    paragraphs: ['I can’t open a case for this account. Your helpdesk can tell you more in person or by phone.'],
  },
  foreign: {
    title: 'Your own organisation can help you best',
    paragraphs: ['This chat belongs to another organisation than your account, so I can’t see your laptop. Please write to your own helpdesk and mention CAA50021.'],
  },
  'could-not-check': {
    title: 'I can’t check who you are right now',
    paragraphs: [
      'The company directory isn’t answering me at the moment, and without it I may not open a case. It isn’t about you.',
      'Please write to me again in a few minutes. If it is urgent, call your helpdesk.',
    ],
  },
};
