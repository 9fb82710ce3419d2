/** A device's name fit for a sentence: it comes from outside, and a chat draws Markdown. */
export function deviceName(name: string | undefined): string {
  const plain = (name ?? '').replace(/[^\p{L}\p{N}.-]+/gu, ' ').trim().slice(0, 40);
  return plain === '' ? 'the other laptop' : plain;
}
