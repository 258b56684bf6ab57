import type { StartKind } from "../route.ts";
import { useStatus } from "../status.ts";
import { HistoryList } from "./history-list.tsx";
import { StartPanel } from "./start-panel.tsx";
import { startWords } from "./start-words.ts";

/** Where things are begun, and found again. */
export function HomeView({ kind }: { readonly kind: StartKind }) {
  useStatus(startWords[kind], "");
  return (
    <>
      <StartPanel kind={kind} />
      <HistoryList />
    </>
  );
}
