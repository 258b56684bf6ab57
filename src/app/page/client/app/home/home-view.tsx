import type { StartRequest } from "../../../../web/api.ts";
import { useStatus } from "../status.ts";
import { HistoryList } from "./history-list.tsx";
import { StartPanel } from "./start-panel.tsx";

/** Where things are begun, and found again. */
export function HomeView({ kind }: { readonly kind: StartRequest["kind"] }) {
  useStatus(null, "");
  return (
    <>
      <StartPanel kind={kind} />
      <HistoryList />
    </>
  );
}
