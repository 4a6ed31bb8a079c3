import { createRoot } from "react-dom/client";

import { spawnEngine } from "../worker/spawnEngine";
import { App } from "./App";

const root = document.getElementById("pane");
if (root === null) throw new Error("taskpane.html requires an element with the id “pane”");
createRoot(root).render(<App engine={spawnEngine()} />);
