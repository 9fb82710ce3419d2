/** Host configurations close to Teams' three themes; sizes and colours only, no behaviour. */

export interface Theme {
  readonly name: 'light' | 'dark' | 'contrast';
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly line: string;
  readonly field: string;
  readonly button: { readonly face: string; readonly text: string; readonly line: string };
  readonly mainButton: { readonly face: string; readonly text: string; readonly line: string };
  readonly hostConfig: object;
}

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
}

const faces = (p: Palette) => {
  const both = (color: string, subtle = color) => ({ default: color, subtle });
  return {
    default: both(p.text, p.subtle),
    dark: both(p.text, p.subtle),
    light: both(p.text, p.subtle),
    accent: both(p.accent),
    good: both(p.good),
    warning: both(p.warning),
    attention: both(p.attention),
  };
};

const container = (backgroundColor: string, palette: Palette) => ({ backgroundColor, foregroundColors: faces(palette) });

function config(card: string, palette: Palette, back: Record<'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>, line: string): object {
  return {
    fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
    fontTypes: {
      default: {
        fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 300, default: 400, bolder: 600 },
      },
      monospace: {
        fontFamily: 'Consolas, "Liberation Mono", monospace',
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 300, default: 400, bolder: 600 },
      },
    },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: {
      default: container(card, palette),
      emphasis: container(back.emphasis, palette),
      accent: container(back.accent, palette),
      good: container(back.good, palette),
      warning: container(back.warning, palette),
      attention: container(back.attention, palette),
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'Bolder', color: 'default', size: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'Bolder', color: 'default', size: 'default' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'Bolder' },
    },
    textBlock: { headingLevel: 2 },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}

const light: Palette = { text: '#242424', subtle: '#616161', accent: '#4F52B2', good: '#0E700E', warning: '#835C00', attention: '#B10E1C' };
const dark: Palette = { text: '#FFFFFF', subtle: '#C8C8C8', accent: '#A6A9F5', good: '#54B054', warning: '#FEE5D7', attention: '#F1BBBC' };
const contrast: Palette = { text: '#FFFFFF', subtle: '#FFFFFF', accent: '#FFFF01', good: '#3FF23F', warning: '#FFFF01', attention: '#FFFF01' };

export const themes: readonly Theme[] = [
  {
    name: 'light',
    page: '#F5F5F5',
    card: '#FFFFFF',
    text: light.text,
    line: '#D1D1D1',
    field: '#F5F5F5',
    button: { face: '#FFFFFF', text: '#242424', line: '#D1D1D1' },
    mainButton: { face: '#5B5FC7', text: '#FFFFFF', line: '#5B5FC7' },
    hostConfig: config('#FFFFFF', light, { emphasis: '#F5F5F5', accent: '#E8EBFA', good: '#E7F2DA', warning: '#FBF6D9', attention: '#FCF4F6' }, '#E0E0E0'),
  },
  {
    name: 'dark',
    page: '#1F1F1F',
    card: '#292929',
    text: dark.text,
    line: '#666666',
    field: '#333333',
    button: { face: '#292929', text: '#FFFFFF', line: '#666666' },
    mainButton: { face: '#5B5FC7', text: '#FFFFFF', line: '#5B5FC7' },
    hostConfig: config('#292929', dark, { emphasis: '#1F1F1F', accent: '#2F2F4A', good: '#0D2E0D', warning: '#4A3C12', attention: '#3F1011' }, '#3D3D3D'),
  },
  {
    name: 'contrast',
    page: '#000000',
    card: '#000000',
    text: contrast.text,
    line: '#FFFFFF',
    field: '#000000',
    button: { face: '#000000', text: '#FFFFFF', line: '#FFFFFF' },
    mainButton: { face: '#1AEBFF', text: '#000000', line: '#1AEBFF' },
    hostConfig: config('#000000', contrast, { emphasis: '#000000', accent: '#000000', good: '#000000', warning: '#000000', attention: '#000000' }, '#FFFFFF'),
  },
];

/** Page styles around the stock renderer's own sheet: Teams' buttons and fields, and the card's frame. */
export function styleSheet(theme: Theme, width: number): string {
  const { page, card, text, line, field, button, mainButton } = theme;
  return `
    body { margin: 0; background: ${page}; color: ${text}; font: 14px/20px "Segoe UI", "Liberation Sans", Arial, sans-serif; }
    .shot { width: ${width}px; box-sizing: border-box; padding: 8px; }
    .shot > .ac-adaptiveCard { border: 1px solid ${line}; border-radius: 6px; background: ${card}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { background: ${button.face}; color: ${button.text}; border: 1px solid ${button.line}; border-radius: 4px; font-weight: 600; padding: 5px 12px; min-height: 32px; flex: 0 1 auto !important; font-family: inherit; white-space: nowrap; }
    .ac-pushButton.style-positive { background: ${mainButton.face}; color: ${mainButton.text}; border-color: ${mainButton.line}; }
    .ac-input { background: ${field}; color: ${text}; border: 1px solid ${line}; border-radius: 4px; padding: 6px; font-family: inherit; }
    .ac-input::placeholder { color: ${text}; opacity: .8; }
    .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect { background: none; border: none; padding: 0; }
    .ac-choiceSetInput-expanded > div { min-height: 28px; }
  `;
}
