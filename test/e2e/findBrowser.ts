import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * An installed Chrome, Edge or Chromium; CHROME_PATH goes first. Where there is none, Debian's own is installed
 * when root runs the tests on Debian.
 *
 * @throws Error that says exactly what to install
 */
export function findBrowser(): string {
  const wanted = process.env["CHROME_PATH"];
  if (wanted !== undefined && wanted !== "") {
    if (existsSync(wanted)) return wanted;
    throw new Error(`CHROME_PATH names ${wanted}, and there is no such file.`);
  }
  const found = usualPlaces().find((place) => existsSync(place));
  if (found !== undefined) return found;
  if (isRootOnDebian()) {
    installDebianChromium();
    if (existsSync(debianChromium)) return debianChromium;
  }
  throw new Error(
    "The browser tests require Google Chrome, Microsoft Edge or Chromium. Install one of them " +
      "(on Debian or Ubuntu: sudo apt-get install chromium), or set CHROME_PATH to its program file.",
  );
}

const debianChromium = "/usr/bin/chromium";

function usualPlaces(): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Microsoft Edge", "Chromium"].flatMap((name) =>
      ["/Applications", join(process.env["HOME"] ?? "", "Applications")].map((folder) =>
        join(folder, `${name}.app`, "Contents", "MacOS", name),
      ),
    );
  }
  if (process.platform === "win32") {
    const programs = [process.env["ProgramFiles"], process.env["ProgramFiles(x86)"], process.env["LOCALAPPDATA"]];
    const names = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
    return programs.flatMap((folder) => (folder === undefined ? [] : names.map((name) => join(folder, name))));
  }
  const names = [
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chromium",
    "chromium-browser",
  ];
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function installDebianChromium(): void {
  console.log("No browser found: installing Debian's chromium.");
  const options = {
    stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update", "-q"], options);
  execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"], options);
}
