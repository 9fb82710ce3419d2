/**
 * `npm run -s diagnose -- [--json] [--graph FILE] [--now ISO] [FILE|-]`: the physician without a bot, a tenant or a
 * network. Exit 0 with a verdict, 2 on bad usage, 3 on unreadable input; one sentence on stderr says which.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diagnose } from './diagnosis/diagnose.ts';
import type { GivenCapture } from './diagnosis/diagnosis.ts';
import { decodeText } from './diagnosis/dsregcmd/decode-text.ts';
import { readCapture } from './diagnosis/dsregcmd/read-capture.ts';
import type { GraphAnswers } from './diagnosis/graph-answers.ts';
import { momentOfAnswers } from './diagnosis/moment-of-answers.ts';
import { parseGraphAnswers } from './diagnosis/parse-graph-answers.ts';
import { report } from './diagnosis/report.ts';
import type { Unreadable } from './diagnosis/capture.ts';

const usage = 'Usage: npm run -s diagnose -- [--json] [--graph FILE] [--now ISO] [FILE|-]';

class Refusal extends Error {
  readonly exitCode: 2 | 3;
  constructor(exitCode: 2 | 3, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

const unreadable: Record<Unreadable['reason'], string> = {
  empty: 'there is no text in it; run "dsregcmd /status" and give its output.',
  binary: 'it is not text in any encoding; save the output of "dsregcmd /status" as a .txt file.',
  'too-large': 'it is far larger than any output of dsregcmd; give only the output of "dsregcmd /status".',
  'no-dsregcmd': 'it holds nothing of dsregcmd; run "dsregcmd /status" and give its output.',
};

interface Arguments {
  readonly json: boolean;
  readonly graph?: string;
  readonly now?: string;
  readonly file?: string;
}

function readArguments(argv: readonly string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, graph: { type: 'string' }, now: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    throw new Refusal(2, `${(error as Error).message.split('. ')[0]}. ${usage}`);
  }
  const { values, positionals } = parsed;
  if (values.help) throw new Refusal(2, usage);
  if (positionals.length > 1) throw new Refusal(2, `One file at a time, not ${positionals.length}. ${usage}`);
  if (values.now !== undefined && !/^\d{4}-\d{2}-\d{2}/.test(values.now)) throw new Refusal(2, `--now must be an ISO 8601 moment, not "${values.now}".`);
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) throw new Refusal(2, `--now must be an ISO 8601 moment, not "${values.now}".`);
  return { json: values.json, graph: values.graph, now: values.now, file: positionals[0] };
}

function readBytes(path: string, what: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Refusal(3, `${what} cannot be read (${code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'it is a folder' : (code ?? 'unknown reason')}).`);
  }
}

/** Evidence may be large, but not without bound. */
const maxGraphBytes = 64 * 1024 * 1024;

function readGraph(path: string): GraphAnswers {
  const bytes = readBytes(path, `The evidence file ${path}`);
  if (bytes.length > maxGraphBytes) throw new Refusal(3, `The evidence file ${path} is too large.`);
  let parsed: unknown;
  try {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
    parsed = JSON.parse(new TextDecoder(encoding).decode(bytes));
  } catch {
    throw new Refusal(3, `The evidence file ${path} is not JSON; give Graph's answers as one JSON object.`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Refusal(3, `The evidence file ${path} must hold one JSON object.`);
  return parseGraphAnswers(parsed);
}

/** Evidence alone may be given by a caller who leaves our input open; nobody types a capture that late. */
const firstByteWithinMs = 1_500;

async function readInput(mayBeAbsent: boolean): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const silence = mayBeAbsent ? setTimeout(() => process.stdin.destroy(), firstByteWithinMs) : undefined;
  try {
    for await (const chunk of process.stdin) {
      clearTimeout(silence);
      chunks.push(chunk as Uint8Array);
    }
  } catch (error) {
    // Closed, or never given: an empty input.
    if (chunks.length > 0) throw new Refusal(3, `The input cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`);
  } finally {
    clearTimeout(silence);
  }
  return Buffer.concat(chunks);
}

/** With evidence of Graph and nothing else on offer, the laptop's output may be missing. */
async function readGiven({ file, graph }: Arguments): Promise<GivenCapture[]> {
  const fromInput = file === undefined || file === '-';
  if (fromInput && process.stdin.isTTY) {
    if (graph !== undefined && file === undefined) return [];
    throw new Refusal(2, `Give a file or pipe the output in. ${usage}`);
  }
  const what = fromInput ? 'The input' : `The file ${file}`;
  const bytes = fromInput ? await readInput(graph !== undefined && file === undefined) : readBytes(file, what);
  if (fromInput && graph !== undefined && file === undefined && isBlank(bytes)) return [];
  const text = decodeText(bytes);
  const capture = typeof text === 'string' ? readCapture(text) : text;
  if ('kind' in capture) throw new Refusal(3, `${what} cannot be diagnosed: ${unreadable[capture.reason]}`);
  return [{ capture, origin: 'text' }];
}

const isBlank = (bytes: Uint8Array): boolean => bytes.length < 64 && new TextDecoder().decode(bytes).trim() === '';

async function main(argv: readonly string[]): Promise<void> {
  const options = readArguments(argv);
  const graph = options.graph === undefined ? undefined : readGraph(options.graph);
  const captures = await readGiven(options);
  const clock = new Date().toISOString();
  const now = options.now === undefined ? (graph && momentOfAnswers(graph, clock)) ?? clock : new Date(options.now).toISOString();
  const diagnosis = diagnose({ captures, now, ...(graph && { graph }) });
  process.stdout.write(options.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : report(diagnosis));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
