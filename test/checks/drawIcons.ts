import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const sizes = [16, 20, 32, 64, 80, 128];
/** The add-in's own, which needs all sizes, and those of the ribbon's buttons. */
const drawings = ["icon", "preview", "run"];
const browsers = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];

/** Renders the drawings in assets/ in the PNG sizes that Excel asks for. Run it after changing one: `npm run icons`. */
async function drawIcons(): Promise<void> {
  const executablePath = browsers.find((path) => existsSync(path));
  const browser = await chromium.launch(
    executablePath === undefined ? { channel: "chrome" } : { executablePath, args: ["--no-sandbox"] },
  );
  const wanted = drawings.flatMap((name) => sizes.map((size) => ({ name, size })));
  for (const { name, size } of wanted.filter(({ name, size }) => name === "icon" || size <= 80)) {
    const svg = readFileSync(`assets/${name}.svg`, "utf8");
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const sized = svg.replace("<svg ", `<svg width="${size}" height="${size}" style="display:block" `);
    await page.setContent(`<body style="margin:0;background:transparent">${sized}</body>`);
    writeFileSync(`assets/${name}-${size}.png`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
}

void drawIcons();
