import { answers, inputs } from '../../cards/index.ts';

const flags: ReadonlySet<unknown> = new Set([answers.yes, answers.no, answers.error]);
const deviceAuth: ReadonlySet<unknown> = new Set([answers.success, answers.refused, answers.couldNotRun]);

/**
 * The person's answers as the lines they read them from, so that the physician reads them like any output (and knows them
 * as reported, not measured). Anything that is not one of the offered answers counts as not seen.
 * @returns nothing when not one line was seen.
 */
export function answersAsCapture(data: Readonly<Record<string, unknown>>): string | undefined {
  const seen = (id: string, allowed: ReadonlySet<unknown>): string | undefined => {
    const value = data[id];
    return typeof value === 'string' && allowed.has(value) ? value : undefined;
  };
  const parts = [
    section('Device State', [
      ['AzureAdJoined', seen(inputs.azureAdJoined, flags)],
      ['DomainJoined', seen(inputs.domainJoined, flags)],
    ]),
    section('Device Details', [['DeviceAuthStatus', seen(inputs.deviceAuthStatus, deviceAuth)]]),
    section('User State', [['WamDefaultSet', seen(inputs.wamDefaultSet, flags)]]),
    section('SSO State', [['AzureAdPrt', seen(inputs.azureAdPrt, flags)]]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('\n');
}

const RULER = `+${'-'.repeat(70)}+`;

function section(title: string, rows: readonly (readonly [string, string | undefined])[]): string {
  const printed = rows.filter(([, value]) => value !== undefined).map(([name, value]) => `${name.padStart(26)} : ${value}`);
  return printed.length === 0 ? '' : [RULER, `| ${title.padEnd(69)}|`, RULER, '', ...printed, ''].join('\n');
}
