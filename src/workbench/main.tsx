import { createRoot } from "react-dom/client";
import { startHost } from "./hostClient";
import { Workbench } from "./Workbench";

const language = new URLSearchParams(location.search).get("language") === "zh" ? "zh" : "en";
document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
const client = startHost();
void client.ask("openSample", { language });

const root = document.getElementById("workbench");
if (!root) throw new Error("workbench.html requires an element #workbench");
createRoot(root).render(<Workbench client={client} language={language} />);
