import type { Case } from '../bot/cases/case.ts';
import { diagnosisCard } from './diagnosis.ts';
import type { Shown } from './draw.ts';
import { elevatedRunCard } from './elevated-run.ts';
import type { Frame } from './frame.ts';
import { gatheringCard } from './gathering.ts';
import { howToCard } from './how-to.ts';
import { closedCard } from './message.ts';
import { restOfCaptureCard } from './rest-of-capture.ts';
import { whichDeviceCard } from './which-device.ts';

/**
 * The reporter's card of a case, whatever its state: one card that changes its face as the case moves.
 *
 * The moment does not enter: an unchanged case gives the same card, so that it is not sent again, and a card that stands for
 * days holds nothing that has become wrong.
 */
export function reporterCard(c: Case, frame: Frame, _now?: Date | string): Shown {
  switch (c.state) {
    case 'gathering':
      return gatheringCard(c, frame);
    case 'collecting':
      return collectingCard(c, frame);
    case 'diagnosed':
      return c.diagnosis ? diagnosisCard(c, c.diagnosis, frame) : gatheringCard(c, frame);
    case 'closed':
      return closedCard(c, frame);
  }
}

function collectingCard(c: Case, frame: Frame): Shown {
  switch (c.asking?.what) {
    case 'elevated-capture':
      return elevatedRunCard(c, frame);
    case 'which-device':
      // Without anything to choose from, the laptop itself says best which one it is.
      return c.device.choices?.length ? whichDeviceCard(c, frame) : howToCard(c, frame);
    case 'rest-of-capture':
      return restOfCaptureCard(c, frame);
    case 'capture':
    case undefined:
      return howToCard(c, frame);
  }
}
