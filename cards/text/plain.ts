/**
 * Text from outside (names, words, device and policy names) made fit to stand on a card.
 *
 * It goes into a `TextRun`, which draws no Markdown; what is left to do here is what a `TextRun` does not: invisible and
 * direction-changing characters, endless lines, and the two notations a client or a template engine could take for its own.
 */

/** Control characters become a space; characters nobody sees (bidi marks, zero width, tags, fillers) vanish. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const unseen = /[\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}]+/gu;
/** More than two marks on one letter are decoration that runs over the lines above. */
const stackedMarks = /(\p{M}{2})\p{M}+/gu;

/**
 * A word wider than a phone would push the card's edge out, because clients break lines of a `TextRun` between words only.
 * It gets places to break; a shorter word is left as it is, so that a name or address can be copied and searched for.
 */
const endlessWord = /[^\s-]{31,}/gu;
const twentyCharacters = /.{20}(?=.)/gu;

/**
 * @param max characters kept; a longer text ends in an ellipsis.
 * @returns one line without control, invisible or bidi characters; empty when nothing readable is left.
 */
export function plain(text: string, max = 120): string {
  const readable = text
    .slice(0, max * 20)
    .toWellFormed()
    .normalize('NFC')
    .replace(controls, ' ')
    .replace(unseen, '')
    .replace(stackedMarks, '$1')
    .replace(/\{(?=\{)/g, '{ ') // {{DATE(…)}} is evaluated by the client
    .replace(/\$(?=\{)/g, '$ ') // ${…} is evaluated by the template engine, should a text ever pass it twice
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(readable);
  const kept = characters.length > max ? `${characters.slice(0, max - 1).join('').trimEnd()}…` : readable;
  return kept.replace(endlessWord, (word) => word.replace(twentyCharacters, '$&\u200b'));
}

/** As `plain`, or `instead` when nothing readable is left. */
export function plainOr(text: string | undefined, instead: string, max = 120): string {
  return (text === undefined ? '' : plain(text, max)) || instead;
}

const startsMarkdown = /(?<![\p{L}\p{N}])[_\-+.=]+|[_.]+(?![\p{L}\p{N}])|[*[\]()<>`~#!|\\:/&@]+/gu;

/**
 * For the one place where a client draws Markdown in spite of itself: titles of choices. An underscore or hyphen inside a
 * word stays, everything that could start a link, an image, emphasis, code or a list becomes a space.
 */
export function choiceTitle(text: string, max = 60): string {
  return plain(plain(text, max).replace(startsMarkdown, ' '), max);
}
