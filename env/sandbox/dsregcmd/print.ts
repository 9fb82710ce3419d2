/** One printed row; a value of `undefined` means that the row is not printed. */
export type Field = readonly [name: string, value: string | undefined];

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

const width = 70;
const nameColumn = 26;

const ruler = `+${'-'.repeat(width)}+`;

/** Names end in column 26; a longer one simply pushes its colon to the right. */
const line = ([name, value]: Field): string => `${name.padStart(nameColumn)} : ${value ?? ''}`.trimEnd();

function print(section: Section): string[] {
  const fields = section.fields.filter(([, value]) => value !== undefined);
  return [ruler, `| ${section.title.padEnd(width - 1)}|`, ruler, '', ...fields.map(line), ''];
}

/** Prints an output of `dsregcmd /status` the way recent builds of Windows do, with CRLF at the line ends. */
export const printStatus = (sections: readonly Section[]): string =>
  ['', ...sections.flatMap(print), 'For more information, please visit https://www.microsoft.com/aadjerrors', ''].join('\r\n');
