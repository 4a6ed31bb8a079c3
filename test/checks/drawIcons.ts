import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const sizes = [16, 32, 64, 80, 128];
const browsers = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];

/** Renders assets/icon.svg in the PNG sizes that Excel asks for. Run it after changing the drawing: `npm run icons`. */
async function drawIcons(): Promise<void> {
  const svg = readFileSync("assets/icon.svg", "utf8");
  const executablePath = browsers.find((path) => existsSync(path));
  const browser = await chromium.launch(
    executablePath === undefined ? { channel: "chrome" } : { executablePath, args: ["--no-sandbox"] },
  );
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const sized = svg.replace("<svg ", `<svg width="${size}" height="${size}" style="display:block" `);
    await page.setContent(`<body style="margin:0;background:transparent">${sized}</body>`);
    writeFileSync(`assets/icon-${size}.png`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
}

void drawIcons();
