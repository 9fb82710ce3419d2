import assert from 'node:assert/strict';
import { readSettings } from '../../appPackage/settings.ts';
import { environment } from './helpers/environment.ts';

const mistakesOf = (env: Record<string, string | undefined>): readonly string[] => {
  const read = readSettings(env, '0.1.0');
  return 'mistakes' in read ? read.mistakes : [];
};

describe('the settings of the app package', () => {
  it('need three values and take the rest from them', () => {
    assert.deepEqual(readSettings(environment, '0.1.0'), {
      settings: {
        ...environment,
        TEAMS_APP_ID: environment.MicrosoftAppId,
        TEAMS_APP_VERSION: '0.1.0',
        PRIVACY_URL: environment.ORGANIZATION_WEBSITE_URL,
        TERMS_OF_USE_URL: environment.ORGANIZATION_WEBSITE_URL,
      },
    });
  });

  it('are complained about all at once, one sentence a setting, with the remedy', () => {
    const mistakes = mistakesOf({});
    assert.deepEqual(mistakes.map((mistake) => mistake.split(' ')[0]), ['MicrosoftAppId', 'ORGANIZATION_WEBSITE_URL', 'ORGANIZATION_NAME']);
    for (const mistake of mistakes) assert.match(mistake, /^\w+ is missing: set it to .+\.$/);
  });

  it('refuse what Teams would refuse', () => {
    for (const [name, value] of [
      ['MicrosoftAppId', 'my-bot'],
      ['TEAMS_APP_ID', '42'],
      ['TEAMS_APP_VERSION', '1.0'],
      ['ORGANIZATION_NAME', 'x'.repeat(33)],
      ['ORGANIZATION_WEBSITE_URL', 'http://www.contoso.example'],
      ['PRIVACY_URL', 'javascript:alert(1)'],
      ['TERMS_OF_USE_URL', 'contoso'],
    ] as const) {
      assert.match(mistakesOf({ ...environment, [name]: value }).join('\n'), new RegExp(`^${name} is not usable: `, 'm'), name);
    }
  });
});
