import { render } from "preact";
import type { RunPage } from "../../run-page.ts";
import { RunReport } from "./run-report.tsx";

/** What the file was made with: the program's own result, so its form is known. */
const page: RunPage = JSON.parse(document.getElementById("data")?.textContent ?? "");
const root = document.getElementById("report");
if (root !== null) render(<RunReport page={page} exported />, root);
