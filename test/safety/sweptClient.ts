import { basename } from "node:path";
import type { Client } from "../../src/host/profile";
import { testedClient } from "../host/openTestOffice";
import { turn } from "./sweep";

const clients: readonly Client[] = ["web", "desktop", "mac"];
/** Random worlds are tried outside of tests as well, and say themselves which Excel they are in. */
const isTest = "expect" in globalThis;
const { testPath = "" } = isTest ? expect.getState() : {};
const isAsked = (process.env["EXCEL_CLIENT"] ?? "") !== "" || !testPath.includes("safety");

/** The Excel that a file of sweeps plays: another one with each commit, unless `EXCEL_CLIENT` says which. */
export const sweptClient: Client = isAsked
  ? testedClient
  : (clients[turn(basename(testPath), clients.length)] ?? testedClient);
