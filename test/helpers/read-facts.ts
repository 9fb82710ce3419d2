/** What a text says through the reader, without how it was said. */
import assert from 'node:assert/strict';
import { type Capture } from '../../bot/diagnosis/capture.ts';
import { readCapture } from '../../bot/diagnosis/dsregcmd/read-capture.ts';

export function mustRead(text: string): Capture {
  const capture = readCapture(text);
  assert.ok(!('kind' in capture), `should be readable: ${JSON.stringify(capture)}\n${text.slice(0, 400)}`);
  return capture;
}

/** The facts only: rows, titles and notes tell how the text looked. */
export function factsIn(text: string): Omit<Capture, 'rows' | 'sections' | 'notes' | 'looseCodes'> {
  const { rows: _rows, sections: _sections, notes: _notes, looseCodes: _codes, ...facts } = mustRead(text);
  return facts;
}
