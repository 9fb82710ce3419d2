/** Writes a capture down as `dsregcmd /status` prints it, and then in every way people and tools are known to mangle it. */

/** Sections with their rows in printed order; `(no banner)` stands for rows that were posted without a title. */
export interface PrintedCapture {
  readonly sections: readonly { readonly name: string; readonly fields: readonly (readonly [name: string, value: string])[] }[];
}

export interface Rendering {
  readonly name: string;
  readonly text: string;
}

type Sections = PrintedCapture['sections'];
type Rendered = (sections: Sections) => string;

const ruler = `+${'-'.repeat(70)}+`;
const flagWords: Record<string, string> = { YES: 'JA', NO: 'NEIN' };

function header(name: string): string {
  return `${ruler}\n| ${name.padEnd(69)}|\n${ruler}\n`;
}

interface Layout {
  readonly title?: (name: string) => string;
  readonly row?: (name: string, value: string) => string;
  readonly between?: string;
}

function laidOut({ title = header, row = printedRow, between = '\n' }: Layout): Rendered {
  return (sections) =>
    sections
      .map(({ name, fields }) => {
        const rows = fields.map(([field, value]) => row(field, value)).join(between);
        return name === '(no banner)' ? `${rows}\n` : `${title(name)}\n${rows}\n`;
      })
      .join('\n');
}

function printedRow(name: string, value: string): string {
  return `${name.padStart(26)} : ${value}`;
}

/** As the tool prints it: 72 columns, names right-aligned to column 26. */
export const plain: Rendered = laidOut({});

function eachLine(change: (line: string, index: number) => string): Rendered {
  return (sections) => plain(sections).split('\n').map(change).join('\n');
}

function changed(change: (text: string) => string): Rendered {
  return (sections) => change(plain(sections));
}

function eachValue(change: (value: string) => string): Rendered {
  return laidOut({ row: (name, value) => printedRow(name, change(value)) });
}

function wrapAt(width: number): (line: string) => string {
  return (line) => (line.length <= width ? line : (line.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n'));
}

/** A chat client breaks at blanks, and eats them. */
function softWrapAt(width: number): (line: string) => string {
  return (line) => {
    const words = line.trim().split(' ');
    const lines = [''];
    for (const word of words) {
      const last = lines.at(-1) ?? '';
      if (last !== '' && last.length + word.length > width) lines.push(word);
      else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
    return lines.join('\n');
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function pairsPerLine(count: number): Rendered {
  return (sections) =>
    sections
      .map(({ name, fields }) => {
        const rows = fields.map(([field, value]) => `${field} : ${value}`);
        const lines: string[] = [];
        for (let at = 0; at < rows.length; at += count) lines.push(rows.slice(at, at + count).join('   '));
        return name === '(no banner)' ? lines.join('\n') : `${header(name)}\n${lines.join('\n')}\n`;
      })
      .join('\n');
}

function asObjects(sections: Sections): string {
  return JSON.stringify(sections.flatMap(({ name, fields }) => fields.map(([Name, Value]) => ({ Section: name, Name, Value }))), null, 2);
}

/** Two columns of a section at a time, as Format-Table prints them. */
function asColumns({ name, fields }: Sections[number]): string {
  const tables: string[] = [name === '(no banner)' ? '' : name];
  for (let at = 0; at < fields.length; at += 2) {
    const pair = fields.slice(at, at + 2);
    const widths = pair.map(([field, value]) => Math.max(field.length, value.length));
    const line = (cells: readonly string[]) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' ');
    const [only] = pair;
    if (pair.length === 1 && only) tables.push(`${only[0]} : ${only[1]}`);
    else tables.push(line(pair.map(([field]) => field)), line(pair.map(([field]) => '-'.repeat(field.length))), line(pair.map(([, value]) => value)), '');
  }
  return tables.join('\n');
}

/** Names that come twice in a section cannot stand in one JSON object: such a capture is exported as a list. */
function asNestedJson(sections: Sections): string {
  const isRepeated = sections.some(({ fields }) => new Set(fields.map(([name]) => name)).size < fields.length);
  if (isRepeated) return asObjects(sections);
  return JSON.stringify(Object.fromEntries(sections.map(({ name, fields }) => [name, Object.fromEntries(fields)])), null, 2);
}

function lookalikes(name: string): string {
  return name.replaceAll('l', 'I').replaceAll('o', '0');
}

const around = {
  before: 'Microsoft Windows [Version 10.0.22631.4460]\n(c) Microsoft Corporation. All rights reserved.\n\nC:\\Users\\megan>dsregcmd /status\n\n',
  after: '\n\nFor more information, please visit https://www.microsoft.com/aadjerrors\n\nC:\\Users\\megan>\n[10:31:07] INFO: upload finished: 1 file\n',
};

/** Each mangling by its name; all of them keep what the machine said. */
const manglings: Readonly<Record<string, Rendered>> = {
  'as printed': plain,
  'without indentation': eachLine((line) => line.trimStart()),
  'shifted by four blanks': eachLine((line) => `    ${line}`),
  'narrow name column': laidOut({ row: (name, value) => `${name.padStart(19)} : ${value}` }),
  'an empty line after every row': eachLine((line) => `${line}\n`),
  'blank lines that hold a blank, and trailing blanks': eachLine((line) => `${line}  `),
  'colon without a blank before it': laidOut({ row: (name, value) => `${name}: ${value}` }),
  'colon without any blank': laidOut({ row: (name, value) => `${name}:${value}` }),
  'two blanks before the colon': laidOut({ row: (name, value) => `${name}  : ${value}` }),
  'hyphens for colons': laidOut({ row: (name, value) => `${name} - ${value}` }),
  'equals signs for colons': laidOut({ row: (name, value) => `${name}=${value}` }),
  'padded PowerShell object': laidOut({ title: () => '', row: (name, value) => `${name.padEnd(28)}: ${value}` }),
  'bulleted list': eachLine((line) => (line.trim() === '' ? line : `* ${line.trim()}`)),
  'list with typographic bullets': eachLine((line) => (line.trim() === '' ? line : `• ${line.trim()}`)),
  'dashed list': laidOut({ row: (name, value) => `- ${name}: ${value}` }),
  'quoted reply': eachLine((line) => `> ${line}`),
  'twice quoted reply': eachLine((line) => `> > ${line}`),
  'lines ending in br': eachLine((line) => `${escapeHtml(line)}<br/>`),
  'paragraphs of HTML': (sections) => plain(sections).split('\n').map((line) => `<p class="x">${escapeHtml(line).replaceAll(' ', '&nbsp;')}</p>`).join(''),
  'HTML table': laidOut({
    title: (name) => `<h3>${name}</h3><table>`,
    row: (name, value) => `<tr><td>${name}</td><td><b>${escapeHtml(value)}</b></td></tr>`,
    between: '',
  }),
  'no-break blanks': changed((text) => text.replaceAll(' ', '\u00a0')),
  'zero-width blanks and marks': changed((text) => text.replaceAll(' : ', '\u200b :\u200e ').replaceAll('A', '\u2060A')),
  'tabs around the colon': laidOut({ row: (name, value) => `\t${name}\t:\t${value}` }),
  'full-width colons': changed((text) => text.replaceAll(' : ', '\uff1a')),
  'full-width letters': changed((text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))),
  'smart quotes': laidOut({ row: (name, value) => `\u201c${name}\u201d : \u201c${value}\u201d` }),
  'dashes of a typographic filter': changed((text) => text.replaceAll('--', '\u2014')),
  'box-drawing frames': changed((text) => text.replaceAll('-----', '─────').replaceAll('|', '│')),
  'CRLF': changed((text) => text.replaceAll('\n', '\r\n')),
  'bare CR': changed((text) => text.replaceAll('\n', '\r')),
  'NUL after every letter': changed((text) => [...text].join('\0')),
  'byte order mark': changed((text) => `\ufeff${text}`),
  'terminal colours': changed((text) => text.replaceAll('YES', '\u001b[32mYES\u001b[0m')),
  'code fence': changed((text) => `Here it is:\n\`\`\`\n${text}\n\`\`\`\nthanks`),
  'tilde fence with a language': changed((text) => `~~~text\n${text}\n~~~`),
  'titles outside the fence': laidOut({ title: (name) => `\`\`\`\n${header(name)}\`\`\`` }),
  'bold rows': laidOut({ row: (name, value) => `**${name} : ${value}**` }),
  'bold names': laidOut({ row: (name, value) => `**${name}**: ${value}` }),
  'back-ticked bullets': laidOut({ row: (name, value) => `- \`${name} : ${value}\`` }),
  'line numbers': eachLine((line, index) => `${index + 1}. ${line.trimStart()}`),
  'line numbers of a paste site': eachLine((line, index) => `${String(index + 1).padStart(4)}  ${line}`),
  'line numbers with a bar': eachLine((line, index) => `${index + 1}| ${line}`),
  'prompts and log lines around': changed((text) => around.before + text + around.after),
  'time stamps before each line': eachLine((line) => `[2024-05-06T10:31:07Z] INFO helpdesk: ${line}`),
  'the name of the computer before each line': eachLine((line) => `LAP-0417: ${line}`),
  'file and line number of Select-String': eachLine((line, index) => `C:\\temp\\ds.txt:${index + 1}:${line}`),
  'collapsed titles': laidOut({ title: (name) => `| ${name} |` }),
  'titles drawn on one line': laidOut({ title: (name) => `+------- ${name} -------+` }),
  'Markdown headings': laidOut({ title: (name) => `## ${name}` }),
  'bare titles with a colon': laidOut({ title: (name) => `${name}:` }),
  'titles in capitals': laidOut({ title: (name) => name.toUpperCase() }),
  'a third ruler after each section': laidOut({ title: (name) => `${ruler}\n| ${name.padEnd(70)}|\n${ruler}` }),
  'Markdown table': laidOut({ title: (name) => `\n### ${name}\n| Name | Value |\n|---|---|`, row: (name, value) => `| ${name} | ${value.replaceAll('|', '')} |` }),
  'CSV lines': laidOut({ title: (name) => name, row: (name, value) => `"${name}","${value}"` }),
  'columns of a printed table': (sections) => sections.map(asColumns).join('\n\n'),
  'JSON list of rows': asObjects,
  'JSON list inside a message': (sections) => `Here it is as JSON:\n${asObjects(sections)}\nThanks`,
  'JSON of sections': asNestedJson,
  'JSON string with escaped line ends': (sections) => JSON.stringify(plain(sections)),
  'JSON lines out of their braces': laidOut({ row: (name, value) => `  "${name}": "${value}",` }),
  'two pairs in a line': pairsPerLine(2),
  'four pairs in a line': pairsPerLine(4),
  'flattened to one line': changed((text) => text.replace(/\s*\n\s*/g, ' ')),
  'flattened without rulers': laidOut({ title: (name) => name, row: (name, value) => `${name} : ${value}`, between: ' ' }),
  'flattened without any line end': (sections) => laidOut({ title: (name) => name, row: (name, value) => `${name} : ${value}`, between: ' ' })(sections).replace(/\s*\n\s*/g, ' '),
  'console wrap at 80 columns': eachLine(wrapAt(80)),
  'console wrap at 100 columns': eachLine(wrapAt(100)),
  'chat wrap at 70 columns': eachLine(softWrapAt(70)),
  'name and value in two lines': laidOut({ row: (name, value) => (value === '' ? `* ${name}:` : `* ${name}\n* ${value}`) }),
  'value on the line below its colon': laidOut({ row: (name, value) => `${name} :\n    ${value}` }),
  'the same output twice': changed((text) => `${text}\n${text}`),
  'names in lower case': laidOut({ row: (name, value) => printedRow(name.toLowerCase(), value) }),
  'names spelt apart': laidOut({ row: (name, value) => printedRow(name.replace(/([a-z])([A-Z])/g, '$1 $2'), value) }),
  'names as a camera reads them': laidOut({ row: (name, value) => printedRow(lookalikes(name), value) }),
  'YES and NO as a camera reads them': eachValue((value) => (value === 'YES' ? 'YE5' : value === 'NO' ? 'N0' : value)),
  'lower-case yes and no': eachValue((value) => (value === 'YES' || value === 'NO' ? value.toLowerCase() : value)),
  'yes and no of a translated page': eachValue((value) => flagWords[value] ?? value),
  'a full stop after every value': eachValue((value) => (/^(?:YES|NO|SUCCESS|PASSED)$/.test(value) ? `${value}.` : value)),
  'posted in two messages': (sections) => {
    const half = Math.ceil(sections.length / 2);
    return `Hello, here is the first part:\n${plain(sections.slice(0, half))}\n\nand the rest\n\n${plain(sections.slice(half))}`;
  },
  'sections in another order': (sections) => plain([...sections].reverse()),
};

/** Every rendering of a capture, the plain one first. */
export function renderings(capture: PrintedCapture): Rendering[] {
  return Object.entries(manglings).map(([name, render]) => ({ name, text: render(capture.sections) }));
}
