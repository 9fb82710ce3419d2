import { encode } from 'html-entities';
import type { LobbyGroup, LobbyGuest } from './lobby.ts';

const groups: readonly { readonly id: LobbyGroup; readonly title: string; readonly lead: string }[] = [
  { id: 'guide', title: 'Be somebody who can’t sign in', lead: 'The causes the CAA50021 guide knows. Each person has one of them.' },
  { id: 'more', title: 'More that hides behind the same code', lead: 'Causes the guide doesn’t list, or mixes with others.' },
  { id: 'special', title: 'Special situations', lead: 'A healthy laptop, a new one, two of them, a guest, a disabled account.' },
  { id: 'admin', title: 'The administrators', lead: 'Cases that need one of these roles are handed to it.' },
];

const style = `
  :root { --ink: #242424; --soft: #616161; --line: #e0e0e0; --page: #f5f5f5; --card: #fff; --accent: #5b5fc7; --on: #fff; --tint: #e8ebfa; }
  @media (prefers-color-scheme: dark) { :root { --ink: #fff; --soft: #c2c2c2; --line: #474747; --page: #1f1f1f; --card: #2b2b2b; --accent: #a6a7f5; --on: #1f1f1f; --tint: #33344a; } }
  * { box-sizing: border-box; }
  body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; margin: 0; background: var(--page); color: var(--ink); }
  main { max-width: 68rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
  h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; } h2 { margin: 2.5rem 0 0; font-size: 1.25rem; } h3 { margin: 0; font-size: 1rem; }
  p { margin: .25rem 0; } .soft { color: var(--soft); }
  ol.steps { list-style: none; counter-reset: step; margin: 1.5rem 0 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
  ol.steps > li { counter-increment: step; background: var(--tint); border-radius: .5rem; padding: 1rem 1rem 1rem 3.4rem; position: relative; }
  ol.steps > li::before { content: counter(step); position: absolute; left: 1rem; top: 1rem; width: 1.7rem; height: 1.7rem; border-radius: 50%; background: var(--accent); color: var(--on); font-weight: 700; display: grid; place-items: center; }
  .people { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(18.5rem, 1fr)); margin: .75rem 0 0; padding: 0; list-style: none; }
  .people > li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; display: flex; flex-direction: column; gap: .25rem; min-width: 0; }
  .people .soft { font-size: .875rem; } .doors { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: auto; padding-top: .75rem; }
  a.door, button { font: inherit; font-weight: 600; border-radius: .35rem; padding: .5rem .9rem; min-height: 2.75rem; cursor: pointer; border: 1px solid var(--accent); }
  a.door { background: var(--accent); color: var(--on); text-decoration: none; } button { background: transparent; color: var(--accent); }
  a.door:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
  details { font-size: .875rem; } summary { cursor: pointer; color: var(--soft); padding: .35rem 0; } pre { background: var(--page); padding: .75rem; overflow: auto; max-height: 16rem; margin: 0; font-size: .75rem; }`;

const script = `for (const b of document.querySelectorAll('button')) b.onclick = () =>
  navigator.clipboard.writeText(b.closest('li').querySelector('pre').textContent).then(() => { b.textContent = 'Copied'; setTimeout(() => { b.textContent = b.dataset.name; }, 2000); });`;

/** The page of the lobby: what to do in three steps, then everybody one can be. */
export function lobbyPage(guests: readonly LobbyGuest[]): string {
  const helpdesk = guests.filter(({ group }) => group === 'helpdesk');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>CAA50021 Helpdesk: the sandbox</title><style>${style}</style><main>
<h1>CAA50021 Helpdesk, to try out</h1>
<p class="soft">Contoso is invented, its people and laptops too. Nothing leaves this machine.</p>
<ol class="steps">
<li><h3>Open the helpdesk</h3><p>It sees every case arrive in the channel “CAA50021 triage”.</p><div class="doors">${helpdesk.slice(0, 1).map(door).join('')}</div></li>
<li><h3>Be somebody who can’t sign in</h3><p>Choose a person below, open “Personal Chat” and write <b>CAA50021</b>.</p></li>
<li><h3>Paste if you are asked to</h3><p>“Copy the output” takes what that laptop prints. In the chat press “Paste into a box”.</p></li>
</ol>
${groups.map(({ id, title, lead }) => section(title, lead, guests.filter(({ group }) => group === id || (id === 'admin' && group === 'helpdesk')))).join('\n')}
</main><script>${script}</script></html>`;
}

function section(title: string, lead: string, guests: readonly LobbyGuest[]): string {
  return guests.length === 0 ? '' : `<h2>${title}</h2><p class="soft">${lead}</p><ul class="people">${guests.map(person).join('')}</ul>`;
}

const door = (guest: LobbyGuest): string =>
  `<a class="door" href="/be/${encode(guest.slug)}" target="_blank">Be ${encode(guest.name.split(' ')[0] ?? guest.name)}</a>`;

function person(guest: LobbyGuest): string {
  const copy = guest.capture ? '<button type="button" data-name="Copy the output">Copy the output</button>' : '';
  const output = guest.capture ? `<details><summary>What the laptop prints for dsregcmd /status</summary><pre>${encode(guest.capture)}</pre></details>` : '';
  return `<li><h3>${encode(guest.name)}</h3><span class="soft">${encode(guest.role)}</span><p>${encode(guest.story)}</p>${output}<div class="doors">${door(guest)}${copy}</div></li>`;
}
