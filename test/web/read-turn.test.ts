import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readActivity, type TeamsActivity } from '../../bot/web/activity.ts';
import { attachedFile, fileContentType, type FileRules } from '../../bot/web/attached-file.ts';
import { plainText, undoHtml } from '../../bot/web/plain-text.ts';
import { placeKind, readSaid, referenceOf } from '../../bot/web/read-turn.ts';
import { activity, appId, press } from '../helpers/front-door.ts';

const local: FileRules = { isLocal: true, fileHosts: [] };
const microsoft: FileRules = { isLocal: false, fileHosts: ['.sharepoint.com'] };
const read = (change: Record<string, unknown>): TeamsActivity => {
  const found = readActivity(activity('http://127.0.0.1/', change));
  assert.ok(found);
  return found;
};
const said = (change: Record<string, unknown>) => readSaid(read(change), local);
const html = (content: string) => ({ contentType: 'text/html', content });

describe('read-turn', () => {
  describe('plainText', () => {
    const textOf = (change: Record<string, unknown>): string => plainText(read(change));
    const bot = {
      type: 'mention',
      text: '<at>CAA50021 Helpdesk</at>',
      mentioned: { id: `28:${appId}`, name: 'CAA50021 Helpdesk' },
    };

    it('takes the mention of the bot out and leaves other names', () => {
      const entities = [bot, { type: 'mention', text: '<at>Grace</at>', mentioned: { id: '29:grace' } }];
      assert.equal(
        textOf({ text: '<at>CAA50021 Helpdesk</at> open a case for <at>Grace</at>', entities }),
        'open a case for Grace'.padStart(22),
      );
    });

    it('prefers what kept the line breaks', () => {
      const attachments = [html('<div><p>AzureAdJoined : YES</p><p>DomainJoined&nbsp;: NO</p></div>')];
      assert.equal(
        textOf({ text: 'AzureAdJoined : YES DomainJoined : NO', attachments }),
        'AzureAdJoined : YES\nDomainJoined : NO',
      );
      assert.equal(textOf({ text: 'a\nb\nc', attachments: [html('<p>a b c</p>')] }), 'a\nb\nc');
    });

    it('undoes entities and keeps what only looks like HTML', () => {
      assert.equal(textOf({ text: 'a &lt;b&gt; &amp; c' }), 'a <b> & c');
      assert.equal(textOf({ text: 'if a<b then c' }), 'if a<b then c');
    });

    it('reads breaks, list items, cells, preformatted text and emoji', () => {
      const emoji = '<img itemtype="http://schema.skype.com/Emoji" alt="👍" src="x">';
      assert.equal(
        undoHtml(`a<br>b<br/>c<ul><li>d</li><li>e</li></ul><table><tr><td>f</td><td>g</td></tr></table>${emoji}`),
        'a\nb\ncd\ne\n\nf\tg\n\n👍',
      );
      assert.equal(undoHtml('<pre>one\r\n   two : YES\n</pre>'), 'one\n   two : YES');
    });

    it('leaves out the message that is being answered', () => {
      const quote = '<blockquote itemscope itemtype="http://schema.skype.com/Reply"><p>CAA50021 said another</p></blockquote>';
      assert.equal(undoHtml(`${quote}<p>thanks</p>`), 'thanks');
      assert.equal(undoHtml('<blockquote>mine</blockquote>'), 'mine');
      const started = performance.now();
      undoHtml(`<blockquote ${'schema.skype.com/Reply '.repeat(10_000)}`);
      assert.ok(performance.now() - started < 500, 'in linear time');
    });

    it('takes no longer for a text made to be slow', () => {
      const size = 250_000;
      const mean = [
        '<at ',
        '<img ',
        '<blockquote schema.skype.com/Reply ',
        '\n',
        ' ',
        '<',
        '&',
        '&#',
        '<at>x',
        '</p',
        '<blockquote x schema.skype.com/Reply>',
      ].map((piece) => piece.repeat(size / piece.length) + 'x');
      for (const text of mean) {
        const startedAt = performance.now();
        textOf({ text, attachments: [html(text)], entities: [bot] });
        assert.ok(performance.now() - startedAt < 500, `${text.slice(0, 12)} took ${performance.now() - startedAt} ms`);
      }
    });
  });

  it('reads a click with its data, and nothing that steers clients', () => {
    const found = readActivity(
      press('http://127.0.0.1/', 'device.choose', {
        caseId: 'c1',
        deviceChoice: 'd2',
        msteams: { type: 'task/fetch' },
        verb: 'other',
      }),
    );
    assert.ok(found);
    assert.deepEqual(readSaid(found, local), {
      kind: 'action',
      verb: 'device.choose',
      data: { caseId: 'c1', deviceChoice: 'd2' },
      cardActivityId: '1700000000001',
    });
  });

  it('reads Action.Submit, which comes as a message', () => {
    assert.deepEqual(said({ text: undefined, value: { verb: 'case.status', caseId: 'c1' }, replyToId: '5' }), {
      kind: 'action',
      verb: 'case.status',
      data: { caseId: 'c1' },
      cardActivityId: '5',
    });
    assert.deepEqual(said({ text: 'hi', value: { verb: 'case.status' } }), { kind: 'text', text: 'hi' });
  });

  it('reads files before pictures, and pictures before text', () => {
    const picture = { contentType: 'image/png', contentUrl: 'http://x' };
    const file = {
      contentType: fileContentType,
      name: 'dsreg.txt',
      content: { downloadUrl: 'http://127.0.0.1/x', fileType: 'txt' },
    };
    const files = said({ text: 'here', attachments: [picture, file] });
    assert.ok(files.kind === 'files' && files.files[0]?.name === 'dsreg.txt' && files.text === 'here');
    assert.deepEqual(said({ text: '', attachments: [picture, picture] }), { kind: 'pictures', text: '', count: 2 });
  });

  it('is not put off by parts of strange shapes', () => {
    const strange = {
      text: 5,
      attachments: 'none',
      entities: [null, 5, { type: 'mention' }],
      value: [],
      from: 'x',
      channelData: 3,
      membersAdded: {},
    };
    assert.deepEqual(said(strange), { kind: 'text', text: '' });
    assert.deepEqual(said({ attachments: [null, { contentType: fileContentType }] }).kind, 'files');
    for (const value of [null, 5, { action: null }, { action: { verb: 5 } }, { action: { verb: 'x'.repeat(101) } }]) {
      assert.equal(said({ type: 'invoke', name: 'adaptiveCard/action', value }).kind, 'ignored');
    }
    assert.equal(readActivity({ type: 'message', serviceUrl: 'x' }), undefined);
  });

  it('takes only a conversation that says so for a personal one', () => {
    for (const [conversationType, kind] of [
      ['personal', 'personal'],
      ['channel', 'channel'],
      ['groupChat', 'group'],
      [undefined, 'group'],
      ['Personal', 'group'],
    ]) {
      assert.equal(placeKind(read({ conversation: { id: 'x', conversationType } })), kind);
    }
  });

  it('keeps where to speak without anybody’s name, and a channel without its thread', () => {
    const { teamsId, reference } = referenceOf(
      read({ conversation: { id: '19:c@thread.tacv2;messageid=17', conversationType: 'channel', tenantId: 't' } }),
    );
    assert.equal(teamsId, '19:c@thread.tacv2');
    assert.doesNotMatch(JSON.stringify(reference), /Ada|messageid/);
  });

  describe('attachedFile', () => {
    let server: Server;
    let base: string;
    let answer: RequestListener;
    const seen: string[] = [];
    before(async () => {
      server = createServer((request, response) => {
        seen.push(JSON.stringify(request.headers));
        answer(request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => {
      server.close();
      server.closeAllConnections();
    });
    const fetchIt = (downloadUrl: unknown, rules: FileRules = local) =>
      attachedFile({ contentType: fileContentType, content: { downloadUrl } }, rules).fetch();

    it('fetches the bytes, sending nothing of ours along', async () => {
      answer = (_request, response) => response.end('\ufeffAzureAdJoined : YES');
      const file = await fetchIt(`${base}/x?tempauth=1`);
      assert.ok(file.kind === 'bytes' && Buffer.from(file.bytes).toString().includes('YES'));
      assert.doesNotMatch(seen.join(), /authorization|cookie/i);
    });

    it('stops at 1 MiB, whatever the headers say', async () => {
      answer = (_request, response) => {
        response.writeHead(200, { 'transfer-encoding': 'chunked' });
        response.end(Buffer.alloc(2 * 1024 * 1024));
      };
      assert.deepEqual(await fetchIt(base), { kind: 'too-large' });
    });

    it('follows a redirect only to where files may be', async () => {
      answer = (request, response) => {
        response.writeHead(request.url === '/end' ? 200 : 302, {
          location: request.url === '/away' ? 'http://169.254.169.254/latest' : '/end',
        });
        response.end('x');
      };
      assert.equal((await fetchIt(`${base}/start`)).kind, 'bytes');
      assert.equal((await fetchIt(`${base}/away`)).kind, 'refused');
      answer = (_request, response) => {
        response.writeHead(302, { location: '/again' });
        response.end();
      };
      assert.equal((await fetchIt(base)).kind, 'refused');
    });

    it('gives up in time on a host that never answers, and on one that says no', async () => {
      answer = () => undefined;
      assert.equal((await fetchIt(base, { ...local, withinMs: 200 })).kind, 'unreachable');
      answer = (_request, response) => {
        response.statusCode = 404;
        response.end();
      };
      assert.equal((await fetchIt(base)).kind, 'unreachable');
    });

    for (const url of [
      'https://attacker.example/x',
      'http://contoso.sharepoint.com/x',
      'https://sharepoint.com.attacker.example/',
      'https://user:pass@contoso.sharepoint.com/',
      'https://127.0.0.1/',
      'https://contoso.sharepoint.com:444/',
      'file:///etc/passwd',
      'data:text/plain,x',
      'x',
      '',
      undefined,
      5,
    ]) {
      it(`does not go to ${String(url)} in production`, async () => {
        assert.equal((await fetchIt(url, microsoft)).kind, 'refused');
      });
    }
  });
});
