import type { Advice } from '../../cards/index.ts';
import { commonQuestions } from './topics/common-questions.ts';
import { forTechnicians } from './topics/for-technicians.ts';
import type { Topic } from './topics/topic.ts';
import { whatNotToDo } from './topics/what-not-to-do.ts';

/** In this order they are tried: the dangerous ones first, the more particular before the general. */
export const topics: readonly Topic[] = [...forTechnicians, ...whatNotToDo, ...commonQuestions];

/** The topic somebody asks about. `text` as `plainText` makes it. */
export function topicIn(text: string): string | undefined {
  return topics.find(({ asked }) => asked.some((pattern) => pattern.test(text)))?.id;
}

/** The answer to a topic, for the card; nothing for an id we do not know. */
export function adviceOn(topicId: string): Advice | undefined {
  const topic = topics.find(({ id }) => id === topicId);
  if (!topic) return undefined;
  const { title, body, guideLine, learnMore } = topic;
  return { title, body, learnMore, ...(guideLine && { guideLine }) };
}
