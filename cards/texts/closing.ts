import type { Closing } from '../../bot/cases/case.ts';

/** How a case ended, in a list or on the helpdesk's card. */
export function closingName(closing: Closing): string {
  switch (closing.reason) {
    case 'reporter-says-solved':
      return 'the reporter says it works';
    case 'started-over':
      return 'started over as a new case';
    case 'withdrawn':
      return 'withdrawn';
    case 'not-our-member':
      return 'not a member of this organisation';
  }
}

/** The last card the reporter sees of a case. */
export function closingTexts(closing: Closing | undefined): { readonly title: string; readonly text: string; readonly after: string } {
  switch (closing?.reason) {
    case 'reporter-says-solved':
      return {
        title: 'Good to hear that it works',
        text: 'I’ve closed this case, and the helpdesk sees that it’s done.',
        after: 'If it comes back, just write to me again, or press the button.',
      };
    case 'started-over':
      return {
        title: 'This case is closed; a new one has begun',
        text: 'You asked to start over, so everything goes on in the new case further down.',
        after: 'There is nothing more to do here.',
      };
    case 'not-our-member':
      return {
        title: 'I had to close this case',
        text: 'I can only help people whose account belongs to this organisation, and I couldn’t find yours among them.',
        after: 'Your helpdesk can help you directly.',
      };
    default:
      return {
        title: 'This case is closed',
        text: 'No more steps are needed from you.',
        after: 'If you still can’t sign in, write to me again, or press the button.',
      };
  }
}
