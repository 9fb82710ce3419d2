import assert from 'node:assert/strict';
import { looksLikeCapture } from '../../../bot/diagnosis/dsregcmd/looks-like-capture.ts';
import { fixtureText } from '../../helpers/fixture-captures.ts';

const pieces = [
  fixtureText('entra-joined-healthy'),
  fixtureText('translated-page'),
  '+----------------------------------------------------------------------+\n| SSO State                                                            |',
  'AzureAdPrt : NO',
  '  HTTP Error : 0x0\n  HTTP status : 400\n  Server Error Code : invalid_grant',
  '> TenantName : Contoso\n> MdmUrl :\n> MdmTouUrl :',
  'KeyProvider : Microsoft Platform Crypto Provider',
];
const sentences = [
  'yes',
  'CAA50021',
  'I cannot sign in to Teams: it says CAA50021',
  'Device name: my laptop',
  'What is AzureAdPrt?',
  'where do I find the device state',
  'Error code: 53003 Request Id: 6bff0bd9-820b-484b-ab20-2a4f7b76c58e',
  'my dsregcmd does not work',
  '',
];

describe('looksLikeCapture', () => {
  for (const piece of pieces) it(`takes for an output: ${piece.slice(-40).replaceAll('\n', ' / ')}`, () => assert.equal(looksLikeCapture(piece), true));
  for (const sentence of sentences) it(`takes for a sentence: ${sentence}`, () => assert.equal(looksLikeCapture(sentence), false));
});
