import { tierColour } from "../../../src/taskpane/segments/tierColours";

// Relative luminance and contrast as defined by WCAG 2.2, w3.org/TR/WCAG22/#dfn-contrast-ratio.
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each(Array.from({ length: 10 }, (_, tier) => tier))("shows the letter of tier %d at 4.5:1 or better", (tier) => {
  const { fill, letter } = tierColour(tier);
  expect(contrast(fill, letter)).toBeGreaterThanOrEqual(4.5);
});
