/* global document, window, AdaptiveCards, markdownit, getComputedStyle, NodeFilter */
/** Runs inside Chromium: draws cards with the stock renderer and measures what a person would trip over. */

window.drawn = [];

window.drawAll = (cards, hostConfig) => {
  const markdown = markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  for (const [name, json] of Object.entries(cards)) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    card.parse(json);
    window.drawn.push({ card, json });
    const shot = document.createElement('div');
    shot.className = 'shot';
    shot.id = `shot-${name}`;
    shot.appendChild(card.render());
    document.body.appendChild(shot);
  }
};

/** Everything folded away is unfolded, as if every such button had been pressed. */
window.unfoldAll = () => {
  for (const { card, json } of window.drawn) {
    for (const { id, isVisible } of json.body) if (isVisible === false) card.getElementById(id).isVisible = true;
  }
};

const parts = (color) => (color.match(/[\d.]+/g) ?? ['0', '0', '0', '0']).map(Number);

function over(top, bottom) {
  const alpha = top[3] ?? 1;
  return [0, 1, 2].map((i) => top[i] * alpha + bottom[i] * (1 - alpha));
}

function backgroundOf(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(parts(getComputedStyle(at).backgroundColor));
  return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
}

function luminance(color) {
  const [r, g, b] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(element) {
  const back = backgroundOf(element);
  const front = over(parts(getComputedStyle(element).color), back);
  const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** @returns {{texts: number, targets: number, problems: string[]}} */
window.measure = () => {
  const problems = [];
  let texts = 0;
  let targets = 0;
  for (const shot of document.querySelectorAll('.shot')) {
    const card = shot.firstElementChild.getBoundingClientRect();
    const say = (what, text) => problems.push(`${shot.id}: ${what}: ${text.trim().slice(0, 60)}`);
    const walker = document.createTreeWalker(shot, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.textContent.trim() === '' || element.getClientRects().length === 0) continue;
      texts += 1;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.right > card.right + 0.5 || box.left < card.left - 0.5) say('runs over the card', node.textContent);
      }
      for (let at = element; at !== shot; at = at.parentElement) {
        if (at.clientWidth > 0 && at.scrollWidth > at.clientWidth + 1) say(`is cut (${at.className || at.tagName})`, node.textContent);
      }
      if (contrast(element) < 4.5) say(`contrast ${contrast(element).toFixed(2)}`, node.textContent);
    }
    for (const target of shot.querySelectorAll('button, select, textarea, input:not([type=radio])')) {
      const box = target.getBoundingClientRect();
      if (box.width === 0) continue;
      targets += 1;
      if (box.height < 32 || box.width < 44) say(`small target ${Math.round(box.width)}x${Math.round(box.height)}`, target.textContent);
    }
    for (const radio of shot.querySelectorAll('input[type=radio]')) {
      if (radio.parentElement.getBoundingClientRect().width === 0) continue;
      targets += 1;
      if (radio.parentElement.getBoundingClientRect().height < 24) say('small choice', radio.parentElement.textContent);
    }
  }
  return { texts, targets, problems: [...new Set(problems)] };
};
