/** The spelling in which names are compared: no case, no blanks or punctuation, and letters a camera confuses made one. */

const confused: Record<string, string> = { i: 'l', '1': 'l', '0': 'o', '5': 's' };

/** `Client Error Code`, `client-errorcode` and `C1ient ErrorC0de` fold to one key. ASCII letters and digits survive. */
export function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/[i105]/g, (letter) => confused[letter] ?? letter);
}
